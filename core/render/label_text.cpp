#include "core/render/label_text.h"

#include "core/render/theme.h"

#include <QFontMetricsF>
#include <QHash>
#include <QStringList>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <mutex>
#include <utility>

namespace atlas {

namespace {

constexpr std::array sizes = {11, 10, 9}; // 8, 7.5 and 7 points on paper

/// Words in a row, and where each begins and ends when they stand in one line.
struct Line
{
    QStringList words;
    std::vector<double> begins;
    std::vector<double> ends;

    Line(const QString &name, const QFontMetricsF &metrics)
        : words(name.split(QLatin1Char(' '), Qt::SkipEmptyParts))
    {
        const double space = metrics.horizontalAdvance(QLatin1Char(' '));
        double x = 0;
        for (const QString &word : words) {
            begins.push_back(x);
            x += metrics.horizontalAdvance(word);
            ends.push_back(x);
            x += space;
        }
    }

    double width(size_t first, size_t last) const { return ends[last - 1] - begins[first]; }
};

struct Broken
{
    QString text;
    double width = std::numeric_limits<double>::infinity();
};

/// The words from `first` on in so many lines, the widest as narrow as can be.
Broken broken(const Line &line, size_t first, int lines)
{
    const auto count = static_cast<size_t>(line.words.size());
    if (lines == 1)
        return {line.words.mid(static_cast<qsizetype>(first)).join(QLatin1Char(' ')),
                line.width(first, count)};
    Broken best;
    for (size_t next = first + 1; next + static_cast<size_t>(lines) - 1 <= count; ++next) {
        Broken rest = broken(line, next, lines - 1);
        const double width = std::max(rest.width, line.width(first, next));
        if (width < best.width)
            best = {line.words.mid(static_cast<qsizetype>(first), static_cast<qsizetype>(next - first))
                            .join(QLatin1Char(' '))
                        + QLatin1Char('\n') + rest.text,
                    width};
    }
    return best;
}

std::vector<LabelText> measuredTexts(const QString &name);

} // namespace

std::vector<LabelText> labelTexts(const QString &name)
{
    constexpr qsizetype most = 1000;
    static std::mutex mutex;
    static QHash<QString, std::vector<LabelText>> known;
    {
        const std::lock_guard lock(mutex);
        if (const auto at = known.constFind(name); at != known.constEnd())
            return *at;
    }
    std::vector<LabelText> texts = measuredTexts(name);
    const std::lock_guard lock(mutex);
    if (known.size() >= most)
        known.clear();
    known.insert(name, texts);
    return texts;
}

QFont labelFont(int pixels)
{
    return mapFont(pixels, QFont::DemiBold);
}

namespace {

std::vector<LabelText> measuredTexts(const QString &name)
{
    constexpr int mostLines = 3;
    constexpr qsizetype mostWords = 12; // of a sentence, as a name, all ways to break it would be too many
    constexpr double worseByALine = 3;
    constexpr double worseByASize = 12;
    std::vector<LabelText> texts;
    for (size_t size = 0; size < sizes.size(); ++size) {
        const QFontMetricsF metrics(labelFont(sizes[size]));
        const Line line(name, metrics);
        if (line.words.isEmpty())
            return {};
        // Above and below capitals and figures a line is blank.
        const double blank = metrics.height() - metrics.capHeight() - 2;
        const auto most =
            line.words.size() > mostWords ? 1 : std::min<qsizetype>(mostLines, line.words.size());
        for (int lines = 1; lines <= most; ++lines) {
            const Broken text = broken(line, 0, lines);
            const double height = metrics.height() + (lines - 1) * metrics.lineSpacing();
            const double width = std::ceil(text.width) + 1;
            std::vector<QRectF> inks;
            const double lineInk = metrics.height() - blank;
            for (const QString &row : text.text.split(QLatin1Char('\n'))) {
                const double own = metrics.horizontalAdvance(row) + 1;
                const double top =
                    (blank - height) / 2 + static_cast<double>(inks.size()) * metrics.lineSpacing();
                inks.emplace_back(-own / 2, top, own, lineInk);
            }
            texts.push_back({.text = text.text,
                             .pixels = sizes[size],
                             .box = {width, height},
                             .ink = {width, height - blank},
                             .lines = std::move(inks),
                             .worse = worseByALine * (lines - 1) + worseByASize * static_cast<double>(size)});
        }
    }
    std::stable_sort(texts.begin(), texts.end(),
                     [](const LabelText &a, const LabelText &b) { return a.worse < b.worse; });
    return texts;
}

} // namespace

} // namespace atlas
