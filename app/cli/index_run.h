#pragma once

#include "app/cli/command_line.h"
#include "core/common/issue.h"
#include "core/common/parallel.h"
#include "core/index/compute_index.h"
#include "core/robustness/monte_carlo.h"

#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <memory>
#include <variant>

namespace atlas::cli {

void print(FILE *stream, const QString &text);
/// Prints the message and returns the code.
int fail(const Error &error, ExitCode code);
int fail(const Refusal &refusal);
void printIssues(FILE *stream, const Issues &issues);

/// An index and what it was made from.
struct IndexRun
{
    std::shared_ptr<const Dataset> dataset;
    Choices choices;
    IndexResult result;
    Issues issues = {}; ///< on all of the above
};

/// The request's choices for a dataset. Fails if they name an indicator, node, area or group column that the
/// dataset lacks, or if draws are asked for but the map does
/// not show the index.
Result<Choices> choicesFor(const Request &request, const Dataset &dataset);

/// Reads the data and computes the index that the request asks for. Refuses if young people are asked for
/// where none are known, or if any of `outputs`, the files
/// the command is to write, is also read.
std::variant<IndexRun, Refusal> runIndex(const Request &request, const QStringList &outputs);

/// Ends a command: prints the remarks, or why nothing was written, and returns the exit code. If there are no
/// `outputs`, the remarks are the result and go to standard output. `written` holds remarks on what was
/// written.
int finish(const Request &request, const IndexRun &run, const QStringList &outputs,
           const Result<Issues> &written);

/// Makes the draws that the request asks for. It must ask for some.
Result<RankUncertainty> drawWithProgress(const Request &request, const IndexRun &run);

/// Runs `work` in the background and, on a terminal, shows progress after half a second.
template <typename Work>
auto withProgress(const Request &request, const QString &doing, const Work &work)
{
    using namespace std::chrono_literals;
    Progress progress;
    auto running = startAside([&] { return work(progress); });
    const bool talk = !request.quiet && isatty(STDERR_FILENO) != 0;
    bool said = false;
    while (talk && running.wait_for(500ms) == std::future_status::timeout) {
        print(stderr,
              QStringLiteral("\r%1 %2 %").arg(doing).arg(static_cast<int>(progress.fraction() * 100)));
        said = true;
    }
    if (said)
        print(stderr, QLatin1Char('\r') + QString(doing.size() + 6, QLatin1Char(' ')) + QLatin1Char('\r'));
    return running.get();
}

} // namespace atlas::cli
