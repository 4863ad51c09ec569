#include "core/dataset/match_remarks.h"

#include "core/common/code_text.h"
#include "core/common/placeholder_code.h"
#include "core/dataset/dataset.h"
#include "core/dataset/join_words.h"
#include "core/dataset/known_areas.h"
#include "core/dataset/text.h"
#include "core/dataset/unmatched_remarks.h"

#include <array>
#include <utility>

namespace atlas {

namespace {

QString mendingText(CodeMending mending)
{
    switch (mending) {
    case CodeMending::InvisibleCharacters:
        return Text::tr("characters that cannot be seen");
    case CodeMending::WhiteSpace:
        return Text::tr("spaces");
    case CodeMending::DecimalZero:
        return Text::tr("a \".0\" at the end");
    case CodeMending::Punctuation:
        return Text::tr("dots, dashes or other signs");
    case CodeMending::Case:
        return Text::tr("small and capital letters");
    case CodeMending::LeadingZeros:
        break;
    }
    return Text::tr("zeros in front");
}

/// The code of a row or, where it has none, what stands in the column of names: that may hold codes.
const QString &codeOf(const RowJoin &row)
{
    return row.code.isEmpty() ? row.name : row.code.text;
}

class Remarks
{
public:
    Remarks(const Dataset &dataset, QString figures)
        : m_dataset(dataset), m_boundaries(*dataset.boundaries), m_rows(dataset.joinReport->rows),
          m_figures(std::move(figures))
    {}

    Issues make()
    {
        if (m_dataset.hasMap()) {
            remarkOnPlaceholders();
            remarkOnMendedCodes();
            remarkOnNames();
            remarkOnCodes();
        }
        remarkOnDoubles();
        remarkOnBenchmarks();
        return std::move(m_issues);
    }

private:
    const BoundaryArea &shape(size_t index) const { return m_boundaries.areas[index]; }

    RowJoins rowsWhere(const auto &predicate) const
    {
        RowJoins found;
        for (const RowJoin &row : m_rows)
            if (predicate(row))
                found.push_back(&row);
        return found;
    }

    RowJoins joinedWith(JoinDoubt doubt) const
    {
        return rowsWhere(
            [doubt](const RowJoin &row) { return row.doubt == doubt && row.fate == RowFate::Joined; });
    }

    void say(Severity severity, const QString &message, const RowJoins &rows)
    {
        const bool isOne = rows.size() == 1;
        const AreaCode area = isOne && rows[0]->area ? m_dataset.areas[*rows[0]->area].code : AreaCode();
        m_issues.push_back({severity, message, m_figures, isOne ? rows[0]->row : 0, area});
    }

    /// `text` has a place for the count and one for the examples.
    void sayOf(const RowJoins &rows, Severity severity, const QString &text, const auto &example)
    {
        if (!rows.empty())
            say(severity, text.arg(countText(rows.size()), examplesOf(rows, example)), rows);
    }

    void remarkOnPlaceholders()
    {
        QStringList areas;
        size_t count = 0;
        for (const BoundaryArea &area : m_boundaries.areas)
            if (!area.code.isEmpty() && isPlaceholderCode(area.code.text) && ++count <= mostExamples + 1)
                areas << called(area);
        if (count > 0)
            m_issues.push_back(
                {Severity::Warning,
                 Text::tr("Areas with a placeholder in place of a code are joined by name only: %1 (%2).")
                     .arg(countText(count), examples(areas)),
                 m_boundaries.file});
        sayOf(rowsWhere(
                  [](const RowJoin &row) { return !row.code.isEmpty() && isPlaceholderCode(row.code.text); }),
              Severity::Note,
              Text::tr("Rows with a placeholder in place of a code are joined by name only: %1 (%2)."),
              [](const RowJoin &row) { return called(row); });
    }

    void remarkOnMendedCodes()
    {
        constexpr std::array kinds = {
            CodeMending::InvisibleCharacters, CodeMending::WhiteSpace, CodeMending::DecimalZero,
            CodeMending::Punctuation,         CodeMending::Case,       CodeMending::LeadingZeros};
        std::array<RowJoins, kinds.size()> rowsOfKind;
        for (const RowJoin *row :
             rowsWhere([](const RowJoin &row) { return row.by == JoinedBy::MendedCode; }))
            for (const CodeMending mending : mendingsBetween(codeOf(*row), shape(*row->area).code.text))
                rowsOfKind[static_cast<size_t>(mending)].push_back(row);
        for (const CodeMending kind : kinds) {
            const RowJoins &rows = rowsOfKind[static_cast<size_t>(kind)];
            if (rows.empty())
                continue;
            say(Severity::Note,
                Text::tr(
                    "Codes that differ from the boundaries' in %1 are taken as the same: %2, such as \"%3\" "
                    "for \"%4\".",
                    "what differs, count, code, code")
                    .arg(mendingText(kind), countText(rows.size()), codeOf(*rows[0]),
                         shape(*rows[0]->area).code.text),
                rows);
        }
    }

    void remarkOnNames()
    {
        sayOf(rowsWhere([](const RowJoin &row) {
                  return row.by == JoinedBy::OtherSpelling || row.by == JoinedBy::KnownName;
              }),
              Severity::Note,
              Text::tr("Names spelt otherwise than in the boundaries are taken as the same: %1 (%2)."),
              [this](const RowJoin &row) {
                  return Text::tr("%1 for %2", "name, name").arg(nameOf(row), shape(*row.area).name);
              });
        const auto bothNames = [this](const RowJoin &row) {
            return Text::tr("%1 is %2 in the figures and %3 in the boundaries", "code, name, name")
                .arg(shape(*row.area).code.text, row.name, shape(*row.area).name);
        };
        sayOf(joinedWith(JoinDoubt::OtherName), Severity::Note,
              Text::tr("Codes with two names are joined by the code: %1 (%2)."), bothNames);
        sayOf(
            joinedWith(JoinDoubt::NameOfAnother), Severity::Warning,
            Text::tr("Codes beside the name of another area are joined by the code, so check them: %1 (%2)."),
            bothNames);
    }

    void remarkOnCodes()
    {
        const auto bothCodes = [this](const RowJoin &row) {
            return Text::tr("%1 is %2 in the figures and %3 in the boundaries", "name, code, code")
                .arg(row.name, row.code.text, shape(*row.area).code.text);
        };
        const RowJoins others = joinedWith(JoinDoubt::OtherCode);
        sayOf(
            others, Severity::Warning,
            Text::tr(
                "Areas with another code in the boundaries are joined by name, so check that both files are "
                "of one year: %1 (%2).")
                + successions(others),
            bothCodes);
        sayOf(joinedWith(JoinDoubt::OtherCodes), Severity::Note,
              Text::tr("The codes of the figures are of another kind than those of the boundaries, so these "
                       "rows are "
                       "joined by name: %1 (%2)."),
              bothCodes);
    }

    /// What is known of how these areas changed: " E10000009 was Dorset until 2018; ..."
    static QString successions(const RowJoins &rows)
    {
        QStringList texts;
        for (const RowJoin *row : rows)
            if (const KnownArea *known = findKnownArea(row->code); known && texts.size() < mostExamples)
                if (const QString text = successionText(*known); !text.isEmpty())
                    texts << text;
        return texts.isEmpty() ? QString() : QStringLiteral(" %1.").arg(texts.join(QStringLiteral(". ")));
    }

    void remarkOnDoubles()
    {
        sayOf(rowsWhere([](const RowJoin &row) { return row.fate == RowFate::SecondOfSame; }), Severity::Note,
              Text::tr("Rows that repeat the figures of another row of the same area are left out: %1 (%2)."),
              [](const RowJoin &row) {
                  return Text::tr("row %1, %2", "number, area").arg(QString::number(row.row), called(row));
              });
    }

    void remarkOnBenchmarks()
    {
        const RowJoins rows = rowsWhere([](const RowJoin &row) { return row.fate == RowFate::Benchmark; });
        sayOf(rows, Severity::Note,
              rows.size() == 1
                  ? Text::tr(
                      "%1 row stands for a country, a region or a total (%2): it is left out of ranks and "
                      "shown as a benchmark.")
                  : Text::tr(
                      "%1 rows stand for countries, regions or totals (%2): they are left out of ranks and "
                      "shown as benchmarks."),
              [](const RowJoin &row) { return nameOf(row); });
    }

    const Dataset &m_dataset;
    const BoundarySet &m_boundaries;
    const std::vector<RowJoin> &m_rows;
    QString m_figures;
    Issues m_issues;
};

} // namespace

Issues joinRemarks(const Dataset &dataset, const QString &figures)
{
    Issues issues = Remarks(dataset, figures).make();
    const Issues unmatched = unmatchedRemarks(dataset, figures);
    issues.insert(issues.end(), unmatched.begin(), unmatched.end());
    return issues;
}

} // namespace atlas
