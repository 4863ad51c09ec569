#include "app/charts/slope_chart.h"
#include "tests/app/loaded_state.h"
#include "tests/app/many_areas.h"
#include "tests/app/waiting.h"
#include "tests/support/test_program.h"

#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <memory>

using namespace atlas;

class SlopeChartTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void namesAndLinesAreHit();
    void areasWithoutARankHaveNoLine();
    void aFileHoldsEveryRow_data();
    void aFileHoldsEveryRow();
    void aFileIsTheSameInEveryTheme();
    void tooManyAreasForAPageAreRefused();
    void aPageOfManyRowsIsWritten_data() { aFileHoldsEveryRow_data(); }
    void aPageOfManyRowsIsWritten();
    void whatIsNotDrawnIsNotHit();

private:
    QPoint centre(size_t row, double x) const;

    std::unique_ptr<AtlasModel> m_model;
    std::unique_ptr<SlopeChart> m_chart;
    std::vector<double> m_ranks;
    std::vector<double> m_reversed;
};

void SlopeChartTest::init()
{
    m_chart.reset();
    m_model = std::make_unique<AtlasModel>();
    m_model->document.open(test::builtInDataset());
    m_ranks = m_model->document.now().result().ranks;
    m_reversed = m_ranks;
    for (double &rank : m_reversed)
        rank = 40 - rank;
    m_chart = std::make_unique<SlopeChart>(m_model->document, m_model->areas);
    m_chart->resize(800, 900);
    m_chart->setRanks(m_ranks, "first", m_reversed, "second");
    m_chart->show();
    COMES_TRUE(test::isExposed(*m_chart));
}

/// Of a row, at a part of the width.
QPoint SlopeChartTest::centre(size_t row, double x) const
{
    const int step = m_chart->verticalScrollBar()->singleStep();
    const int header = m_chart->viewport()->height() - m_chart->verticalScrollBar()->pageStep();
    return {static_cast<int>(x * m_chart->viewport()->width()),
            header + static_cast<int>(row) * step + step / 2 - m_chart->verticalScrollBar()->value()};
}

void SlopeChartTest::namesAndLinesAreHit()
{
    const auto areaOfRank = [](const std::vector<double> &ranks, double rank) {
        return static_cast<size_t>(std::find(ranks.begin(), ranks.end(), rank) - ranks.begin());
    };
    const size_t first = areaOfRank(m_ranks, 1);
    QCOMPARE(m_chart->areaAt(centre(0, 0.1)), first);
    QCOMPARE(m_chart->areaAt(centre(38, 0.9)), first); // it is last on the right
    QCOMPARE(m_chart->areaAt(centre(0, 0.9)), areaOfRank(m_ranks, 39));
    QVERIFY(!m_chart->areaAt(QPoint(400, 2))); // the titles
    QSignalSpy chosen(m_chart.get(), &SlopeChart::areaChosen);
    QTest::mouseClick(m_chart->viewport(), Qt::LeftButton, Qt::ControlModifier, centre(0, 0.1));
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].value<size_t>(), first);
    QCOMPARE(chosen[0][1].toBool(), true);
    m_chart->setRanks(m_ranks, "first", m_ranks, "second"); // level lines
    QCOMPARE(m_chart->areaAt(centre(0, 0.5)), first);
    QVERIFY(!m_chart->areaAt(QPoint(400, m_chart->viewport()->height() - 1))); // below them all
}

void SlopeChartTest::areasWithoutARankHaveNoLine()
{
    const size_t gone = 4;
    std::vector<double> without = m_ranks;
    without[gone] = 0;
    m_chart->setRanks(m_ranks, "first", without, "second");
    QCOMPARE(m_chart->areaAt(centre(38, 0.9)), gone); // the last of the right
    const auto row = static_cast<size_t>(m_ranks[gone]) - 1;
    QCOMPARE(m_chart->areaAt(centre(row, 0.1)), gone);
    for (const double x : {0.4, 0.5, 0.6})
        QVERIFY(m_chart->areaAt(centre(row, x)) != gone);
}

void SlopeChartTest::aFileHoldsEveryRow_data()
{
    QTest::addColumn<PictureFormat>("format");
    QTest::newRow("PNG") << PictureFormat::Png;
    QTest::newRow("SVG") << PictureFormat::Svg;
    QTest::newRow("PDF") << PictureFormat::Pdf;
}

void SlopeChartTest::aFileHoldsEveryRow()
{
    QFETCH(const PictureFormat, format);
    m_chart->resize(400, 200); // the file holds also what would have to be scrolled to
    const auto picture = m_chart->picture("Two methods", {"note one", "note two"});
    QVERIFY(picture.ok());
    const auto bytes = renderPicture(*picture, format);
    QVERIFY(bytes.ok());
    if (format == PictureFormat::Png) {
        QCOMPARE(QImage::fromData(*bytes).size(), picture->size.pixels());
    } else if (format == PictureFormat::Svg) {
        QVERIFY(bytes->contains("Two methods") && bytes->contains("note two"));
        for (const Area &area : m_model->document.now().dataset()->areas)
            QVERIFY2(bytes->contains(area.name.left(14).toHtmlEscaped().toUtf8()), qPrintable(area.name));
    } else {
        QVERIFY(bytes->startsWith("%PDF"));
    }
}

void SlopeChartTest::aFileIsTheSameInEveryTheme()
{
    const QImage light = renderImage(*m_chart->picture("Two methods", {}));
    QPalette dark = m_chart->palette();
    dark.setColor(QPalette::Base, Qt::black);
    dark.setColor(QPalette::Text, Qt::white);
    m_chart->setPalette(dark);
    QCOMPARE(renderImage(*m_chart->picture("Two methods", {})), light);
}

void SlopeChartTest::tooManyAreasForAPageAreRefused()
{
    m_model->document.open(test::manyAreas());
    m_chart->setRanks(m_model->document.now().result().ranks, "first", m_model->document.now().result().ranks,
                      "second");
    const auto picture = m_chart->picture("Two methods", {});
    QVERIFY(!picture.ok());
    QVERIFY2(picture.error().message.contains("table"), qPrintable(picture.error().message));
}

void SlopeChartTest::aPageOfManyRowsIsWritten()
{
    QFETCH(const PictureFormat, format);
    std::vector<test::MadeIndicator> values(1);
    for (int i = 0; i < 1000; ++i)
        values[0].values.push_back(i);
    m_model->document.open(std::make_shared<const Dataset>([&] {
        Dataset dataset = test::makeDataset(values);
        dataset.boundaries = test::makeBoundaries({});
        return dataset;
    }()));
    m_chart->setRanks(m_model->document.now().result().ranks, "first", m_model->document.now().result().ranks,
                      "second");
    const auto picture = m_chart->picture("Two methods", {});
    QVERIFY(picture.ok());
    QVERIFY(renderPicture(*picture, format).ok());
}

void SlopeChartTest::whatIsNotDrawnIsNotHit()
{
    m_chart->setRanks(m_ranks, "first", m_reversed, "second");
    m_chart->resize(800, 160); // the middle rows, where every line crosses and few have an end
    m_chart->verticalScrollBar()->setValue(m_chart->verticalScrollBar()->maximum() / 2);
    for (int x = 330; x < 470; x += 7)
        for (int y = 30; y < m_chart->viewport()->height(); y += 5)
            if (const auto area = m_chart->areaAt({x, y})) {
                const double middle = 20;
                QVERIFY(std::abs(m_ranks[*area] - middle) < 8 || std::abs(m_reversed[*area] - middle) < 8);
            }
}

ATLAS_TEST(SlopeChartTest)

#include "test_slope_chart.moc"
