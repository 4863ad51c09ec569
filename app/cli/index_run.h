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
/// Prints the sentence and returns the code.
int fail(const Error &error, ExitCode code);
int fail(const Refusal &refusal);
void printIssues(FILE *stream, const Issues &issues);

/// An index, and what it is of.
struct IndexRun
{
    std::shared_ptr<const Dataset> dataset;
    Choices choices;
    IndexResult result;
    Issues issues = {}; ///< on all of these
};

/// The choices of a request for a dataset. Fails when it names an indicator, a node, an area or a group
/// column that the dataset has not, and when draws are asked for that are not of what the map shows.
Result<Choices> choicesFor(const Request &request, const Dataset &dataset);

/// Reads the data and computes the index that the request asks for. `outputs` are all files that the command
/// is to write: one that is read is refused.
std::variant<IndexRun, Refusal> runIndex(const Request &request, const QStringList &outputs);

/// Ends a command: prints the remarks, or why nothing was written, and gives the exit code. Where `outputs`
/// are none, the remarks are the result and go to standard output. `written` are remarks on what was written.
int finish(const Request &request, const IndexRun &run, const QStringList &outputs,
           const Result<Issues> &written);

/// The draws that the request asks for. Only where it does.
Result<RankUncertainty> drawWithProgress(const Request &request, const IndexRun &run);

/// Does work aside and, on a terminal, says after half a second how far it is.
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
