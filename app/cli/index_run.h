#pragma once

#include "app/cli/command_line.h"
#include "core/common/issue.h"
#include "core/common/parallel.h"
#include "core/index/compute_index.h"
#include "core/robustness/monte_carlo.h"

#include <unistd.h>

#include <chrono>
#include <cstdio>

namespace atlas::cli {

void print(FILE *stream, const QString &text);
/// Prints the sentence and returns the code.
int fail(const Error &error, ExitCode code);
void printIssues(FILE *stream, const Issues &issues);

/// What a command makes of an index. Writes its files and gives remarks of its own.
using WriteIndex = Result<Issues> (*)(const Request &request, const Dataset &dataset,
                                      const IndexResult &result, const Choices &choices);

/// Reads the data, computes the index, has the command write, and prints the remarks. `outputs` are all files
/// that it writes; none of them may be one that is read. Where there are none, the remarks are the result and
/// go to standard output.
int runWithIndex(const Request &request, const QStringList &outputs, WriteIndex write);

/// The draws that the request asks for. Only where it does.
Result<RankUncertainty> drawWithProgress(const Request &request, const Dataset &dataset,
                                         const IndexResult &result, const Choices &choices);

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
