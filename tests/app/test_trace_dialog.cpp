#include "app/trace/trace_dialog.h"

#include "app/charts/waterfall_view.h"
#include "core/index/trace.h"
#include "tests/app/changes.h"
#include "tests/app/loaded_state.h"
#include "tests/app/waiting.h"
#include "tests/support/test_program.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSettings>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QtCharts/QAbstractBarSeries>
#include <QtCharts/QBarSet>
#include <QtCharts/QChart>

#include <cmath>
#include <limits>
#include <memory>

using namespace atlas;
using namespace atlas::test;

namespace {

/// From where to where a bar of a waterfall is drawn.
std::pair<double, double> endsOf(const WaterfallView &view, int fromTheTop)
{
    const auto *series = qobject_cast<QAbstractBarSeries *>(view.chart()->series().constFirst());
    const QList<QBarSet *> sets = series->barSets();
    const int index = sets.front()->count() - 1 - fromTheTop;
    const double base = sets.front()->at(index);
    double low = base;
    double high = base;
    for (const QBarSet *set : sets.mid(1)) {
        const double part = set->at(index);
        (part > 0 ? high : low) += part;
    }
    return {low, high};
}

} // namespace

class TraceDialogTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void barsBeginWhereTheOneBeforeEnded_data();
    void barsBeginWhereTheOneBeforeEnded();
    void withoutASelectionItAsksForOne();
    void everyIndicatorHasARow();
    void domainsOpen();
    void itFollowsTheSelection();
    void movesAreThoseOfTheCore();
    void copelandIsSaidToHaveNoParts();
    void aTypedValueIsAskedFor_data();
    void aTypedValueIsAskedFor();

private:
    template <typename Widget>
    Widget *find(const char *name) const
    {
        QCoreApplication::processEvents(); // the dialog follows a moment later
        return m_dialog->findChild<Widget *>(name);
    }
    void select(const QString &area);
    QString text(const char *table, int row, int column) const
    {
        return find<QTableWidget>(table)->item(row, column)->text();
    }

    QTemporaryDir m_settings;
    std::unique_ptr<AtlasModel> m_model;
    std::unique_ptr<TraceDialog> m_dialog;
};

void TraceDialogTest::initTestCase()
{
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
    QCoreApplication::setOrganizationName("test");
    QLocale::setDefault(QLocale::c());
}

void TraceDialogTest::init()
{
    m_dialog.reset();
    m_model = std::make_unique<AtlasModel>();
    m_model->document.open(test::builtInDataset());
    m_dialog = std::make_unique<TraceDialog>(m_model->document, m_model->areas, nullptr);
    m_dialog->show();
}

void TraceDialogTest::select(const QString &area)
{
    m_model->areas.select({test::areaNamed(*m_model->document.now().dataset(), area)});
}

void TraceDialogTest::barsBeginWhereTheOneBeforeEnded_data()
{
    using Ends = std::vector<std::pair<double, double>>;
    QTest::addColumn<double>("start");
    QTest::addColumn<std::vector<double>>("steps");
    QTest::addColumn<Ends>("ends");
    QTest::newRow("above zero") << 1.0 << std::vector{2.0, -1.0} << Ends{{1, 3}, {2, 3}, {0, 2}};
    QTest::newRow("below zero") << -1.0 << std::vector{-2.0, 1.0} << Ends{{-3, -1}, {-3, -2}, {-2, 0}};
    QTest::newRow("through zero") << -1.0 << std::vector{3.0, -4.0} << Ends{{-1, 2}, {-2, 2}, {-2, 0}};
    QTest::newRow("a missing step") << 0.0 << std::vector{std::numeric_limits<double>::quiet_NaN(), 1.0}
                                    << Ends{{0, 0}, {0, 1}, {0, 1}};
}

void TraceDialogTest::barsBeginWhereTheOneBeforeEnded()
{
    using Ends = std::vector<std::pair<double, double>>;
    QFETCH(const double, start);
    QFETCH(const std::vector<double>, steps);
    QFETCH(const Ends, ends);
    WaterfallView view;
    std::vector<WaterfallBar> bars;
    for (const double step : steps)
        bars.push_back({"bar", step});
    view.show(start, bars, "total");
    for (size_t i = 0; i < ends.size(); ++i)
        QCOMPARE(endsOf(view, static_cast<int>(i)), ends[i]);
    view.clear();
    QVERIFY(view.chart()->series().isEmpty());
}

void TraceDialogTest::withoutASelectionItAsksForOne()
{
    QVERIFY(find<QLabel>("title")->text().startsWith("Select an area"));
    QCOMPARE(find<QTableWidget>("steps")->rowCount(), 0);
}

void TraceDialogTest::everyIndicatorHasARow()
{
    select("Tees Valley");
    QCOMPARE(find<QLabel>("title")->text(), "Tees Valley: rank 1");
    QCOMPARE(find<QTableWidget>("steps")->rowCount(), 6);
    QCOMPARE(text("steps", 0, 0), "IMD");
    QCOMPARE(text("steps", 0, 1), "26.9%");
    QCOMPARE(text("steps", 0, 3), "2.24"); // the paper's z-score of it
    QCOMPARE(text("steps", 0, 4), "2");    // of all by IMD alone
    QCOMPARE(text("steps", 0, 5), "16.7%");
    QCOMPARE(text("steps", 5, 7), "2.148"); // the index
    QVERIFY(text("steps", 0, 8).startsWith("2015, Department"));
    QCOMPARE(find<WaterfallView>("waterfall")->chart()->series().size(), 1);
}

void TraceDialogTest::domainsOpen()
{
    setIndexSettings(m_model->document, {.levels = Levels::Nested});
    select("Tees Valley");
    QCOMPARE(find<QTableWidget>("steps")->rowCount(), 3);
    emit find<WaterfallView>("waterfall")->barClicked(1);
    QCOMPARE(find<QComboBox>("node")->currentText(), "Direct measures");
    QCOMPARE(find<QTableWidget>("steps")->rowCount(), 2);
    QCOMPARE(text("steps", 0, 0), "Exclusions");
    QCOMPARE(text("steps", 0, 5), "50.0%");
}

void TraceDialogTest::itFollowsTheSelection()
{
    select("Tees Valley");
    select("Cumbria");
    QCOMPARE(find<QLabel>("title")->text(), "Cumbria: rank 15");
    setIndexSettings(m_model->document, {.excluded = {"soc_1_3"}});
    QCOMPARE(find<QTableWidget>("steps")->rowCount(), 5);
    m_model->areas.select({});
    QCOMPARE(find<QTableWidget>("steps")->rowCount(), 0);
}

void TraceDialogTest::movesAreThoseOfTheCore()
{
    QSignalSpy shown(m_dialog.get(), &TraceDialog::movesShown);
    select("Solent");
    COMES_TRUE(!shown.isEmpty());
    Progress progress;
    const size_t area = *m_model->areas.current();
    const auto moves = *smallestMoves(*m_model->document.now().dataset(), {}, 4, area, progress);
    QCOMPARE(find<QTableWidget>("moves")->rowCount(), static_cast<int>(moves.size()));
    for (size_t i = 0; i < moves.size(); ++i) {
        const int row = static_cast<int>(i);
        QCOMPARE(text("moves", row, 3), QString::number(moves[i].newRank));
        QVERIFY(text("moves", row, 2) != text("moves", row, 1));
        const double shownValue = text("moves", row, 2).remove('%').toDouble();
        QVERIFY(std::abs(shownValue - *moves[i].toRank) <= 0.05);
    }
}

void TraceDialogTest::copelandIsSaidToHaveNoParts()
{
    setIndexSettings(m_model->document, {.aggregation = Aggregation::Copeland});
    select("Tees Valley");
    QCOMPARE(find<QTableWidget>("steps")->rowCount(), 6);
    QVERIFY(find<WaterfallView>("waterfall")->chart()->series().isEmpty());
    QCOMPARE(text("steps", 0, 6), QString(QChar(0x2013)));
}

void TraceDialogTest::aTypedValueIsAskedFor_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("asks");
    QTest::addColumn<double>("value"); // NaN for that of the data
    const double none = std::numeric_limits<double>::quiet_NaN();
    QTest::newRow("a number") << "12.5" << true << 12.5;
    QTest::newRow("with its unit") << "12.5 %" << true << 12.5;
    QTest::newRow("nothing") << "" << true << none;
    QTest::newRow("no number") << "much" << false << none;
}

void TraceDialogTest::aTypedValueIsAskedFor()
{
    QFETCH(const QString, typed);
    QFETCH(const bool, asks);
    QFETCH(const double, value);
    select("Tees Valley");
    int asked = 0;
    connect(m_dialog.get(), &TraceDialog::whatIfAsked, this,
            [&](size_t area, size_t indicator, std::optional<double> given) {
                ++asked;
                QCOMPARE(area, *m_model->areas.current());
                QCOMPARE(m_model->document.now().dataset()->indicator(indicator).shortName, "IMD");
                QCOMPARE(given.has_value(), !std::isnan(value));
                if (given)
                    QCOMPARE(*given, value);
            });
    auto *steps = find<QTableWidget>("steps");
    steps->setCurrentCell(0, 1);
    steps->editItem(steps->item(0, 1));
    auto *editor = steps->viewport()->findChild<QLineEdit *>();
    QVERIFY(editor);
    editor->clear();
    QTest::keyClicks(editor, typed);
    QTest::keyClick(editor, Qt::Key_Return);
    if (asks)
        COMES_TO(asked, 1);
    else
        COMES_TO(text("steps", 0, 1), "26.9%");
    QCOMPARE(asked, asks ? 1 : 0);
}

ATLAS_TEST(TraceDialogTest)

#include "test_trace_dialog.moc"
