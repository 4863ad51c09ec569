#include "app/import/quality_words.h"

#include "app/import/text.h"
#include "core/common/number_text.h"
#include "core/dataset/dataset.h"

#include <algorithm>
#include <utility>

namespace atlas {

namespace {

QString missingWord(Missing kind, int areas)
{
    switch (kind) {
    case Missing::Suppressed:
        return Text::tr("%n suppressed", nullptr, areas);
    case Missing::NotApplicable:
        return Text::tr("%n not applicable", nullptr, areas);
    case Missing::NotYetDue:
        return Text::tr("%n not available", nullptr, areas);
    case Missing::OutOfRange:
        return Text::tr("%n too large or too small to compute with", nullptr, areas);
    case Missing::NotANumber:
        return Text::tr("%n not a number", nullptr, areas);
    case Missing::Blank:
    case Missing::No:
        break;
    }
    return Text::tr("%n blank", nullptr, areas);
}

class Sentences
{
public:
    Sentences(const IndicatorQuality &quality, const Dataset &dataset, size_t indicator,
              const Indicator &about, const QLocale &locale)
        : m_quality(quality), m_dataset(dataset), m_indicator(indicator), m_about(about), m_locale(locale)
    {}

    QStringList make()
    {
        addRange();
        addMissing();
        addStandIns();
        addBeyond();
        if (!m_quality.sameAs.isEmpty())
            m_sentences << Text::tr("Its figures are those of %1, area by area.")
                               .arg(m_quality.sameAs.join(QStringLiteral(", ")));
        addOutliers();
        addRepeated();
        return std::move(m_sentences);
    }

private:
    QString number(double value) const
    {
        return withUnit(roundedNumber(value, m_about.decimals, m_locale), m_about.unit);
    }

    void addRange()
    {
        const QString rows = m_locale.toString(m_quality.rows);
        if (m_quality.values == 0) {
            m_sentences << Text::tr("None of the %1 areas with a row has a value.").arg(rows);
            return;
        }
        const QString range =
            Text::tr("from %1 to %2, half of them up to %3")
                .arg(number(m_quality.least), number(m_quality.greatest), number(m_quality.median));
        m_sentences << (m_quality.values == m_quality.rows
                            ? Text::tr("All %1 areas with a row have a value: %2.").arg(rows, range)
                            : Text::tr("%1 of %2 areas with a row have a value: %3.")
                                  .arg(m_locale.toString(m_quality.values), rows, range));
    }

    void addMissing()
    {
        QStringList kinds;
        for (const MissingCount &count : m_quality.missing) {
            const QString word = missingWord(count.kind, count.areas);
            kinds << (count.typed.isEmpty()
                          ? word
                          : QStringLiteral("%1 (%2)").arg(word, count.typed.join(QStringLiteral(", "))));
        }
        if (!kinds.isEmpty())
            m_sentences << Text::tr("Missing: %1.").arg(kinds.join(QStringLiteral(", ")));
    }

    void addStandIns()
    {
        for (const StandIn &standIn : m_quality.standIns)
            m_sentences << Text::tr("%1 stands in %n area(s) and is taken for a missing value.", nullptr,
                                    standIn.areas)
                               .arg(standIn.typed);
    }

    void addBeyond()
    {
        if (m_quality.beyondPercent > 0)
            m_sentences << Text::tr("%n value(s) are below 0 or above 100 per cent.", nullptr,
                                    m_quality.beyondPercent);
    }

    void addOutliers()
    {
        constexpr size_t most = 4;
        QStringList examples;
        for (const size_t area : m_quality.outliers)
            if (examples.size() < static_cast<qsizetype>(most))
                examples << QStringLiteral("%1 %2").arg(m_dataset.areas[area].name,
                                                        number(m_dataset.cells[m_indicator][area].number));
        if (examples.isEmpty())
            return;
        QString named = examples.join(QStringLiteral(", "));
        if (m_quality.outliers.size() > most)
            named = Text::tr("%1 and others", "examples").arg(named);
        m_sentences << Text::tr(
                           "%n area(s) lie far from the others, more than one and a half times the distance "
                           "between the quartiles beyond them (Tukey 1977): %1.",
                           nullptr, static_cast<int>(m_quality.outliers.size()))
                           .arg(named);
    }

    void addRepeated()
    {
        if (m_quality.zeros > 0)
            m_sentences << Text::tr("%n area(s) have the value 0.", nullptr, m_quality.zeros);
        constexpr int fewest = 3;
        constexpr int ofTen = 10;
        const bool areMany = m_quality.commonest >= fewest && m_quality.commonest * ofTen >= m_quality.values;
        if (areMany && m_quality.commonestValue != 0)
            m_sentences << Text::tr("%n area(s) share the value %1.", nullptr, m_quality.commonest)
                               .arg(number(m_quality.commonestValue));
    }

    const IndicatorQuality &m_quality;
    const Dataset &m_dataset;
    size_t m_indicator;
    const Indicator &m_about;
    QLocale m_locale;
    QStringList m_sentences;
};

} // namespace

QStringList qualitySentences(const IndicatorQuality &quality, const Dataset &dataset, size_t indicator,
                             const Indicator &about, const QLocale &locale)
{
    return Sentences(quality, dataset, indicator, about, locale).make();
}

QString qualityBrief(const IndicatorQuality &quality)
{
    QStringList parts;
    if (quality.beyondPercent > 0)
        parts << Text::tr("%n beyond 100%", nullptr, quality.beyondPercent);
    if (!quality.sameAs.isEmpty())
        parts << Text::tr("same as another");
    if (const int missing = quality.rows - quality.values; missing > 0)
        parts << Text::tr("%n missing", nullptr, missing);
    if (!quality.outliers.empty())
        parts << Text::tr("%n outlier(s)", nullptr, static_cast<int>(quality.outliers.size()));
    return parts.join(QStringLiteral(", "));
}

} // namespace atlas
