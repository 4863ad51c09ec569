#include "app/import/describe_page.h"
#include "app/import/match_page.h"
#include "tests/app/made_draft.h"
#include "tests/screens/stage.h"

#include <QApplication>
#include <QTableView>

namespace atlas::test {

namespace {

constexpr QSize assistant(1060, 700);

const std::vector<BoundaryArea> &authorities()
{
    static const std::vector<BoundaryArea> areas = {
        {{"E06000001"}, "Hartlepool"},
        {{"E06000002"}, "Middlesbrough"},
        {{"E06000003"}, "Redcar and Cleveland"},
        {{"E06000004"}, "Stockton-on-Tees"},
        {{"E06000005"}, "Darlington"},
        {{"E06000010"}, "Kingston upon Hull, City of"},
        {{"E06000014"}, "York"},
        {{"E06000023"}, "Bristol, City of"},
        {{"E06000059"}, "Dorset"},
        {{"E06000019"}, "Herefordshire, County of"},
        {{"E08000013"}, "St. Helens"},
        {{"W06000001"}, "Isle of Anglesey"},
        {{"E06000066"}, "Somerset"},
        {{"E07000178"}, "Oxford"},
    };
    return areas;
}

/// Some mistyped, some with notes, some of elsewhere, one twice.
QStringList untidyFigures()
{
    return {"Area code,Area name,neet,absence_rate,median_income,GCSE attainment 8",
            "E06000001,Hartlepool,8.2,10.1,24100,44.1",
            ",Middlesborough,9.1,11.2,22900,41.3",
            ",Redcar & Cleveland,7.7,9.4,24400,45.0",
            ",Stockton,6.0,8.8,26000,47.2",
            "E06000005,Darlington,5.9,8.1,25800,46.7",
            "E06000010,Hull,8.8,10.9,c,42.8",
            "e06000014,York,3.1,6.9,29900,52.6",
            "E06000014,York,3.1,6.9,29900,52.6",
            ",Bristol,5.2,8.7,30400,48.8",
            ",Dorset [note 2],4.1,7.6,28700,-99",
            ",Herefordshire,4.4,7.7,26300,49.2",
            ",Saint Helens,7.2,9.9,25300,44.8",
            ",Ynys M\u00f4n,5.5,8.2,25100,46.0",
            "E10000027,Somerset County,4.8,8.0,27400,x",
            ",Cambridgeshire,3.9,7.0,31200,52.0",
            "E92000001,England,5.4,8.3,29600,48.1"};
}

std::vector<BoundaryArea> neighbourhoods()
{
    constexpr int count = 33000;
    std::vector<BoundaryArea> areas;
    areas.reserve(count);
    for (int i = 0; i < count; ++i)
        areas.push_back({{QStringLiteral("E%1").arg(1000001 + i, 8, 10, QLatin1Char('0'))},
                         QStringLiteral("Neighbourhood %1").arg(i + 1)});
    return areas;
}

QStringList figuresOfNeighbourhoods()
{
    QStringList lines = {"code,name,neet"};
    int number = 0;
    for (const BoundaryArea &area : neighbourhoods()) {
        const bool isSpoilt = ++number % 9 == 0;
        lines << QStringLiteral("%1,%2,%3")
                     .arg(isSpoilt ? QString() : area.code.text,
                          isSpoilt ? area.name + QStringLiteral(" [1]") : area.name,
                          QString::number(number % 97 / 7.0));
    }
    return lines;
}

template <typename Page>
void takePage(Page &page, const ImportDraft &draft, const QString &folder, const QString &name)
{
    page.setAutoFillBackground(true);
    page.resize(assistant);
    page.showDraft(draft);
    page.show();
    page.showFirstQuestion();
    save(page, folder, name);
}

template <typename Page>
void takeDark(const ImportDraft &draft, const QString &folder, const QString &name)
{
    applyTheme(Theme::Dark);
    Page page(nullptr);
    takePage(page, draft, folder, name);
    applyTheme(Theme::Light);
}

template <typename Page>
void takeLarge(const ImportDraft &draft, const QString &folder, const QString &name)
{
    const QFont usualFont = QApplication::font();
    QFont twice = usualFont;
    twice.setPointSizeF(2 * twice.pointSizeF());
    QApplication::setFont(twice);
    {
        Page page(nullptr);
        takePage(page, draft, folder, name);
        page.resize(large);
        save(page, folder, name + QStringLiteral("-wide"));
    }
    QApplication::setFont(usualFont);
}

/// The page in all its states.
template <typename Page>
void takeStates(const ImportDraft &draft, const QString &folder, const QString &name)
{
    Page page(nullptr);
    takePage(page, draft, folder, name);
    takeDark<Page>(draft, folder, name + QStringLiteral("-dark"));
    takeLarge<Page>(draft, folder, name + QStringLiteral("-large-text"));
    takePage(page, {}, folder, name + QStringLiteral("-empty"));
}

} // namespace

/// The pages of the assistant that match areas and describe indicators.
void takeAssistantPagePictures(const QString &folder)
{
    Preferences().setRememberedPairs({});
    applyTheme(Theme::Light);
    const ImportDraft untidy = makeDraft(authorities(), untidyFigures());
    takeStates<MatchPage>(untidy, folder, QStringLiteral("40-match"));
    takeStates<DescribePage>(untidy, folder, QStringLiteral("41-describe"));
    const ImportDraft numbered = makeDraft(authorities(), {"la,neet", "805,8.2", "806,9.1", "807,7.7"});
    MatchPage nothing(nullptr);
    takePage(nothing, numbered, folder, QStringLiteral("40-match-nothing-joined"));
    DescribePage apart(nullptr);
    takePage(apart, numbered, folder, QStringLiteral("41-describe-nothing-joined"));
    const ImportDraft good = makeDraft({{{"E06000001"}, "Hartlepool"}, {{"E06000002"}, "Middlesbrough"}},
                                       {"code,neet", "E06000001,8.2", "E06000002,9.1"});
    MatchPage fine(nullptr);
    takePage(fine, good, folder, QStringLiteral("40-match-good"));
    DescribePage described(nullptr);
    takePage(described, good, folder, QStringLiteral("41-describe-good"));
    const ImportDraft many = makeDraft(neighbourhoods(), figuresOfNeighbourhoods());
    MatchPage all(nullptr);
    takePage(all, many, folder, QStringLiteral("40-match-many"));
    DescribePage wide(nullptr);
    takePage(wide, many, folder, QStringLiteral("41-describe-many"));
}

} // namespace atlas::test
