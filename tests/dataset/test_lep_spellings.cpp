#include "tests/dataset/made_figures.h"
#include "tests/support/made_data.h"
#include "tests/support/test_program.h"

#include "core/dataset/join_report.h"

#include <QTest>

using namespace atlas;
using namespace atlas::test;

namespace {

/// The 39 partnerships of December 2014 as the Office for National Statistics calls them.
const std::vector<BoundaryArea> partnerships = {
    {{"E37000001"}, "Black Country"},
    {{"E37000002"}, "Buckinghamshire Thames Valley"},
    {{"E37000003"}, "Cheshire and Warrington"},
    {{"E37000004"}, "Coast to Capital"},
    {{"E37000005"}, "Cornwall and Isles of Scilly"},
    {{"E37000006"}, "Coventry and Warwickshire"},
    {{"E37000007"}, "Cumbria"},
    {{"E37000008"}, "Derby, Derbyshire, Nottingham and Nottinghamshire"},
    {{"E37000009"}, "Dorset"},
    {{"E37000010"}, "Enterprise M3"},
    {{"E37000011"}, "Gloucestershire"},
    {{"E37000012"}, "Greater Birmingham and Solihull"},
    {{"E37000013"}, "Greater Cambridge and Greater Peterborough"},
    {{"E37000014"}, "Greater Lincolnshire"},
    {{"E37000015"}, "Greater Manchester"},
    {{"E37000016"}, "Heart of the South West"},
    {{"E37000017"}, "Hertfordshire"},
    {{"E37000018"}, "Humber"},
    {{"E37000019"}, "Lancashire"},
    {{"E37000020"}, "Leeds City Region"},
    {{"E37000021"}, "Leicester and Leicestershire"},
    {{"E37000022"}, "Liverpool City Region"},
    {{"E37000023"}, "London"},
    {{"E37000024"}, "New Anglia"},
    {{"E37000025"}, "North East"},
    {{"E37000026"}, "Northamptonshire"},
    {{"E37000027"}, "Oxfordshire"},
    {{"E37000029"}, "Solent"},
    {{"E37000030"}, "South East"},
    {{"E37000031"}, "South East Midlands"},
    {{"E37000032"}, "Stoke-on-Trent and Staffordshire"},
    {{"E37000033"}, "Swindon and Wiltshire"},
    {{"E37000034"}, "Tees Valley"},
    {{"E37000035"}, "Thames Valley Berkshire"},
    {{"E37000036"}, "The Marches"},
    {{"E37000037"}, "West of England"},
    {{"E37000038"}, "Worcestershire"},
    {{"E37000039"}, "York, North Yorkshire and East Riding"},
    {{"E37000040"}, "Sheffield City Region"},
};

/// What a list may make of a name.
struct Spelling
{
    const char *what;
    QString (*of)(const QString &name);
};

const std::vector<Spelling> spellings = {
    {"as it is", [](const QString &name) { return name; }},
    {"in small letters", [](const QString &name) { return name.toLower(); }},
    {"in capitals", [](const QString &name) { return name.toUpper(); }},
    {"with spaces around", [](const QString &name) { return "  " + name + "\t"; }},
    {"with two spaces", [](const QString &name) { return QString(name).replace(" ", "  "); }},
    {"with no-break spaces", [](const QString &name) { return QString(name).replace(' ', QChar::Nbsp); }},
    {"without spaces", [](const QString &name) { return QString(name).remove(' '); }},
    {"with dashes", [](const QString &name) { return QString(name).replace(' ', '-'); }},
    {"with underscores", [](const QString &name) { return QString(name).replace(' ', '_'); }},
    {"without dashes", [](const QString &name) { return QString(name).replace('-', ' '); }},
    {"without commas", [](const QString &name) { return QString(name).remove(','); }},
    {"with an ampersand", [](const QString &name) { return QString(name).replace(" and ", " & "); }},
    {"with an ampersand between words",
     [](const QString &name) { return QString(name).replace(" and ", "&"); }},
    {"with a plus", [](const QString &name) { return QString(name).replace(" and ", " + "); }},
    {"with a comma for and", [](const QString &name) { return QString(name).replace(" and ", ", "); }},
    {"with a stroke for and", [](const QString &name) { return QString(name).replace(" and ", " / "); }},
    {"LEP", [](const QString &name) { return name + " LEP"; }},
    {"small lep", [](const QString &name) { return name + " lep"; }},
    {"LEP in brackets", [](const QString &name) { return name + " (LEP)"; }},
    {"LEP in front", [](const QString &name) { return "LEP " + name; }},
    {"LEP and ampersand", [](const QString &name) { return QString(name).replace(" and ", " & ") + " LEP"; }},
    {"Partnership", [](const QString &name) { return name + " Partnership"; }},
    {"Enterprise Partnership", [](const QString &name) { return name + " Enterprise Partnership"; }},
    {"Local Enterprise Partnership",
     [](const QString &name) { return name + " Local Enterprise Partnership"; }},
    {"The Local Enterprise Partnership",
     [](const QString &name) { return "The " + name + " Local Enterprise Partnership"; }},
    {"with the article", [](const QString &name) { return "The " + name; }},
    {"without the article", [](const QString &name) { return QString(name).remove("The ").remove("the "); }},
    {"with a full stop", [](const QString &name) { return name + "."; }},
    {"in quotation marks", [](const QString &name) { return '"' + name + '"'; }},
    {"with a zero-width space", [](const QString &name) { return name + QChar(0x200b); }},
    {"with a byte order mark", [](const QString &name) { return QChar(QChar::ByteOrderMark) + name; }},
    {"with a line break", [](const QString &name) { return name + "\r\n"; }},
    {"with a footnote's star", [](const QString &name) { return name + " *"; }},
};

} // namespace

class LepSpellingsTest : public QObject
{
    Q_OBJECT

private slots:
    void everySpellingIsOfItsPartnership_data();
    void everySpellingIsOfItsPartnership();
    void othersNamesAreKnown_data();
    void othersNamesAreKnown();
    void typingErrorsAreNamedAndNotJoined_data();
    void typingErrorsAreNamedAndNotJoined();
};

void LepSpellingsTest::everySpellingIsOfItsPartnership_data()
{
    QTest::addColumn<int>("spelling");
    for (size_t i = 0; i < spellings.size(); ++i)
        QTest::newRow(spellings[i].what) << static_cast<int>(i);
}

void LepSpellingsTest::everySpellingIsOfItsPartnership()
{
    QFETCH(const int, spelling);
    QList<QStringList> rows;
    for (size_t i = 0; i < partnerships.size(); ++i)
        rows << QStringList{spellings[static_cast<size_t>(spelling)].of(partnerships[i].name),
                            QString::number(i)};
    const auto joined = joinDataset(makeSquares(partnerships), figuresOf("uName,a", rows));
    QVERIFY2(joined.ok(), joined.ok() ? "" : qPrintable(joined.error().message));
    const Dataset &dataset = **joined;
    QVERIFY2(dataset.areas.size() == partnerships.size(), qPrintable(remarksOf(dataset)));
    for (size_t i = 0; i < partnerships.size(); ++i)
        QCOMPARE(dataset.cells[0][i].number, double(i));
}

void LepSpellingsTest::othersNamesAreKnown_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("code");
    // As the source paper writes them.
    QTest::newRow("the paper's North Eastern") << "North Eastern"
                                               << "E37000025";
    QTest::newRow("the paper's Cambridge") << "Greater Cambridge & Greater Peterborough"
                                           << "E37000013";
    QTest::newRow("the paper's Cornwall") << "Cornwall and the Isles of Scilly"
                                          << "E37000005";
    QTest::newRow("the paper's York") << "York and North Yorkshire"
                                      << "E37000039";
    QTest::newRow("North Eastern LEP") << "North Eastern LEP"
                                       << "E37000025";
    QTest::newRow("D2N2") << "D2N2"
                          << "E37000008";
    QTest::newRow("D2N2 LEP") << "d2n2 lep"
                              << "E37000008";
    QTest::newRow("in another order") << "Derbyshire, Derby, Nottinghamshire & Nottingham"
                                      << "E37000008";
    QTest::newRow("counties first") << "Staffordshire and Stoke on Trent"
                                    << "E37000032";
    QTest::newRow("upon") << "Stoke upon Trent and Staffordshire"
                          << "E37000032";
    QTest::newRow("shortened counties") << "Derby, Derbys, Nottingham and Notts"
                                        << "E37000008";
    QTest::newRow("GBSLEP") << "GBSLEP"
                            << "E37000012";
    QTest::newRow("SEMLEP") << "SEMLEP"
                            << "E37000031";
    QTest::newRow("Marches") << "Marches"
                             << "E37000036";
    QTest::newRow("Gtr Manchester") << "Gtr Manchester"
                                    << "E37000015";
    QTest::newRow("W of England") << "W. of England"
                                  << "E37000037";
}

void LepSpellingsTest::othersNamesAreKnown()
{
    QFETCH(const QString, name);
    QFETCH(const QString, code);
    const auto joined =
        joinDataset(makeSquares(partnerships), figuresOf("uName,a", {{name, "1"}, {"Solent", "2"}}));
    QVERIFY(joined.ok());
    const RowJoin &row = (*joined)->joinReport->rows[0];
    QVERIFY2(row.fate == RowFate::Joined, qPrintable(remarksOf(**joined)));
    QCOMPARE((*joined)->areas[*row.area].code.text, code);
}

void LepSpellingsTest::typingErrorsAreNamedAndNotJoined_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("meant");
    QTest::newRow("a letter missing") << "Tees Valey"
                                      << "Tees Valley";
    QTest::newRow("a letter too many") << "Humberr"
                                       << "Humber";
    QTest::newRow("two swapped") << "Lacnashire"
                                 << "Lancashire";
    QTest::newRow("another letter") << "Hertfortshire"
                                    << "Hertfordshire";
    QTest::newRow("in other letters") << "NEW ANGLA"
                                      << "New Anglia";
}

void LepSpellingsTest::typingErrorsAreNamedAndNotJoined()
{
    QFETCH(const QString, name);
    QFETCH(const QString, meant);
    const auto joined =
        joinDataset(makeSquares(partnerships), figuresOf("uName,a", {{name, "1"}, {"Solent", "2"}}));
    QVERIFY(joined.ok());
    QCOMPARE((*joined)->joinReport->rows[0].fate, RowFate::WithoutShape);
    QVERIFY2(remarksOf(**joined).contains("Did you mean " + meant + "?"), qPrintable(remarksOf(**joined)));
}

ATLAS_TEST(LepSpellingsTest)

#include "test_lep_spellings.moc"
