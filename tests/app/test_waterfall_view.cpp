#include "tests/support/test_program.h"

#include "app/charts/waterfall_view.h"

#include <QGraphicsTextItem>
#include <QTest>
#include <QXmlStreamReader>
#include <QtCharts/QBarCategoryAxis>
#include <QtCharts/QChart>

#include <algorithm>

using namespace atlas;

namespace {

/// The texts of the axis below, from left to right.
QStringList tickTexts(const WaterfallView &view)
{
    std::vector<std::pair<double, QString>> ticks;
    for (const QGraphicsItem *item : view.scene()->items())
        if (const auto *text = dynamic_cast<const QGraphicsTextItem *>(item))
            if (text->isVisible() && text->sceneBoundingRect().top() > view.chart()->plotArea().bottom()
                && text->toPlainText() != "Points of the score")
                ticks.emplace_back(text->sceneBoundingRect().center().x(), text->toPlainText());
    std::sort(ticks.begin(), ticks.end());
    QStringList texts;
    for (const auto &[place, text] : ticks)
        texts << text;
    return texts;
}

void show(WaterfallView &view, double start, const std::vector<WaterfallBar> &bars)
{
    view.show(start, bars, "Score");
    view.resize(600, 400);
    static_cast<QWidget &>(view).show();
    QCoreApplication::processEvents();
}

QString wordsOf(const QByteArray &svg)
{
    QString words;
    QXmlStreamReader xml(svg);
    while (!xml.atEnd())
        if (xml.readNext() == QXmlStreamReader::Characters)
            words += xml.text();
    return xml.hasError() ? xml.errorString() : words;
}

} // namespace

class WaterfallViewTest : public QObject
{
    Q_OBJECT

private slots:
    void ticksHaveTheDecimalsOfTheirStep_data();
    void ticksHaveTheDecimalsOfTheirStep();
    void numbersAreOfTheLocale();
    void aFileHasTheNumbersOfTheScreen();
    void equalNamesKeepTheirBars();
    void namesAreNoMarkup();
};

void WaterfallViewTest::ticksHaveTheDecimalsOfTheirStep_data()
{
    QTest::addColumn<double>("step");
    QTest::addColumn<QStringList>("ticks");
    QTest::newRow("twentieths") << 0.2 << QStringList({"0.00", "0.05", "0.10", "0.15", "0.20"});
    QTest::newRow("halves") << 2.0 << QStringList({"0.0", "0.5", "1.0", "1.5", "2.0"});
    QTest::newRow("tens") << 40.0 << QStringList({"0", "10", "20", "30", "40"});
    QTest::newRow("thousandths") << 0.004 << QStringList({"0.000", "0.001", "0.002", "0.003", "0.004"});
}

void WaterfallViewTest::ticksHaveTheDecimalsOfTheirStep()
{
    QFETCH(const double, step);
    QFETCH(const QStringList, ticks);
    WaterfallView view;
    view.setLocale(QLocale::c());
    show(view, 0, {{"one", step}});
    QCOMPARE(tickTexts(view), ticks);
}

void WaterfallViewTest::numbersAreOfTheLocale()
{
    WaterfallView view;
    view.setLocale(QLocale(QLocale::German));
    show(view, 0, {{"one", 0.2}});
    QCOMPARE(tickTexts(view), QStringList({"0,00", "0,05", "0,10", "0,15", "0,20"}));
    view.setLocale(QLocale::c());
    show(view, 0, {{"one", 0.2}});
    QVERIFY(tickTexts(view).contains("0.05"));
}

void WaterfallViewTest::aFileHasTheNumbersOfTheScreen()
{
    WaterfallView view;
    view.setLocale(QLocale(QLocale::German));
    show(view, 0, {{"one", 0.2}});
    const auto svg = renderPicture(view.picture("Title", {}), PictureFormat::Svg);
    QVERIFY(svg);
    QVERIFY2(wordsOf(*svg).contains("0,05"), qPrintable(wordsOf(*svg)));
}

void WaterfallViewTest::equalNamesKeepTheirBars()
{
    WaterfallView view;
    show(view, 0, {{"same", 1}, {"same", 2}, {"Score", 3}});
    for (const QAbstractAxis *axis : view.chart()->axes(Qt::Vertical))
        QCOMPARE(qobject_cast<const QBarCategoryAxis *>(axis)->count(), 4);
}

void WaterfallViewTest::namesAreNoMarkup()
{
    const QString name = "<b>A</b> & <img src='x.png'>";
    WaterfallView view;
    show(view, 0, {{name, 1}});
    QStringList texts;
    for (const QGraphicsItem *item : view.scene()->items())
        if (const auto *text = dynamic_cast<const QGraphicsTextItem *>(item))
            texts << text->toPlainText();
    QVERIFY2(texts.contains(name), qPrintable(texts.join('|')));
}

ATLAS_TEST(WaterfallViewTest)

#include "test_waterfall_view.moc"
