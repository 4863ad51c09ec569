#include "core/index/method_text.h"

#include "core/dataset/load_dataset.h"
#include "core/index/method_words.h"
#include "tests/support/test_program.h"

#include <QSet>
#include <QTest>

using namespace atlas;

/// The method in plain words.
class MethodTextTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void plainWordsSayTheMethod_data();
    void plainWordsSayTheMethod();
    void noTwoScalesReadAlike();

private:
    QString plainly(const IndexSettings &settings) const
    {
        return plainMethodText(*m_paper, settings, computeIndex(*m_paper, settings), QLocale::c());
    }

    std::shared_ptr<const Dataset> m_paper;
};

void MethodTextTest::initTestCase()
{
    Progress progress;
    m_paper = *loadDataset(builtInSources(), progress);
}

void MethodTextTest::plainWordsSayTheMethod_data()
{
    QTest::addColumn<IndexSettings>("settings");
    QTest::addColumn<QString>("text");
    QTest::newRow("as usual")
        << IndexSettings{} << "6 indicators, each standardised over the areas, weighted equally and averaged";
    QTest::newRow("min-max, geometric, weighted, nested, incomplete left out")
        << IndexSettings{.weights = {{"exclusions", 2}},
                         .scale = {.normalisation = Normalisation::MinMax,
                                   .low = 1,
                                   .high = 100,
                                   .missing = MissingRule::LeaveOut},
                         .levels = Levels::Nested,
                         .aggregation = Aggregation::Geometric}
        << "6 indicators, each scaled from 1 at its least figure to 100 at its greatest, weighted unequally "
           "and combined by their geometric mean, first within each domain; incomplete areas left out";
    QTest::newRow("measured against an area")
        << IndexSettings{.scale = {.normalisation = Normalisation::ReferenceDistance,
                                   .referenceArea = "E37000019"}}
        << "6 indicators, each measured against Lancashire, weighted equally and averaged";
    QTest::newRow("one") << IndexSettings{.excluded = {"imd_worst_10pct", "soc_1_3", "exclusions",
                                                       "unauthorised_absence", "neet_16_18"}}
                         << "One indicator alone: Expected progress in English and maths";
    QTest::newRow("none") << IndexSettings{.excluded = {"imd_worst_10pct", "soc_1_3", "exclusions",
                                                        "unauthorised_absence", "neet_16_18",
                                                        "expected_progress"}}
                          << "No indicator is switched on";
}

void MethodTextTest::plainWordsSayTheMethod()
{
    QFETCH(const IndexSettings, settings);
    QTEST(plainly(settings), "text");
}

void MethodTextTest::noTwoScalesReadAlike()
{
    QSet<QString> texts;
    for (const auto &[word, normalisation] : normalisationWords()) {
        IndexSettings settings{.scale = {.normalisation = normalisation, .referenceArea = "E37000019"}};
        settings.scale.references[m_paper->indicator(0).code] = {0, 50};
        settings.scale.references[m_paper->indicator(1).code] = {20, 80};
        texts << plainly(settings);
    }
    QCOMPARE(static_cast<size_t>(texts.size()), normalisationWords().size());
}

ATLAS_TEST(MethodTextTest)

#include "test_method_text.moc"
