#include "app/dialogs/export_dialog.h"
#include "app/panels/show_box.h"
#include "app/shell/main_window.h"
#include "app/state/app_theme.h"
#include "app/table/area_table_view.h"
#include "tests/app/changes.h"
#include "tests/app/loaded_state.h"
#include "tests/app/waiting.h"
#include "tests/support/test_program.h"

#include <QAbstractItemView>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScreen>
#include <QSettings>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

using namespace atlas;
using namespace atlas::test;

namespace {

const QString longName = "Young people aged sixteen or seventeen whose activity is unknown to the council";

/// The example with names as people's own data may have them, without short ones.
std::shared_ptr<const Dataset> dataWithLongNames()
{
    auto data = std::make_shared<Dataset>(*builtInDataset());
    for (Indicator &indicator : data->metadata.indicators) {
        indicator.name = longName + ", " + indicator.code;
        indicator.shortName = indicator.name;
        indicator.unit = "people in each thousand";
    }
    for (Aggregate &domain : data->metadata.aggregates)
        domain.name = longName;
    for (Area &area : data->areas)
        area.name = longName + ", " + area.code.text;
    return data;
}

} // namespace

/// The smallest window, with names of 80 letters and more.
class LongNamesTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void theClosedShowBoxElidesTheName();
    void theShowBoxTellsTheFullName();
    void theListOfTheShowBoxIsWideEnough();
    void theIndicatorPanelElidesAndTellsTheFullName();
    void theTableHasRoomForColumns();
    void theInspectorWrapsOrElides();
    void theExportDialogTellsTheWholeTitle();

private:
    template <typename Widget>
    Widget *part(const char *name) const
    {
        QCoreApplication::processEvents(); // panels follow a moment later
        return m_window->findChild<Widget *>(name);
    }

    QTemporaryDir m_settings;
    std::unique_ptr<MainWindow> m_window;
};

void LongNamesTest::initTestCase()
{
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
    QCoreApplication::setOrganizationName("disengagement-atlas");
    QCoreApplication::setApplicationName("disengagement-atlas-test");
    applyStyle();
}

void LongNamesTest::init()
{
    m_window = std::make_unique<MainWindow>();
    m_window->resize(1600, 900);
    m_window->resize(900, 600);
    m_window->show();
    COMES_TRUE(m_window->model().document.now().dataset());
    m_window->model().document.open(dataWithLongNames());
    setShown(m_window->model().document, "soc_1_3");
    m_window->model().selection.select({AreaCode{"E37000008"}});
    QCOMPARE(m_window->size(), QSize(900, 600));
}

void LongNamesTest::theClosedShowBoxElidesTheName()
{
    auto *box = m_window->findChild<ShowBox *>();
    QStyleOptionComboBox option;
    option.initFrom(box);
    const QRect field =
        box->style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, box);
    const QString elided =
        box->fontMetrics().elidedText(box->currentText(), Qt::ElideRight, field.width() - 2);
    QVERIFY(elided.endsWith(u'…'));
    const QImage drawn = box->grab().toImage();
    box->setItemText(box->currentIndex(), elided);
    QCOMPARE(box->grab().toImage(), drawn);
    box->setItemText(box->currentIndex(), elided.chopped(1));
    QVERIFY(box->grab().toImage() != drawn);
}

void LongNamesTest::theShowBoxTellsTheFullName()
{
    const auto *box = m_window->findChild<ShowBox *>();
    QVERIFY(box->toolTip().endsWith(longName + ", soc_1_3"));
    m_window->model().document.set({}, {});
    QVERIFY(box->toolTip().endsWith("Disengagement index"));
}

void LongNamesTest::theListOfTheShowBoxIsWideEnough()
{
    auto *box = m_window->findChild<ShowBox *>();
    box->showPopup();
    int widest = 0;
    for (int i = 0; i < box->count(); ++i)
        widest = std::max(widest, box->view()->fontMetrics().horizontalAdvance(box->itemText(i)));
    QVERIFY(box->view()->viewport()->width() > widest);
    QVERIFY(box->screen()->geometry().contains(box->view()->window()->geometry()));
    box->hidePopup();
}

void LongNamesTest::theIndicatorPanelElidesAndTellsTheFullName()
{
    const auto *tree = part<QTreeWidget>("indicators");
    QCOMPARE(tree->textElideMode(), Qt::ElideRight);
    QVERIFY(tree->columnWidth(0) <= tree->viewport()->width());
    for (QTreeWidgetItemIterator it(const_cast<QTreeWidget *>(tree)); *it; ++it)
        QVERIFY((*it)->toolTip(0).contains(longName));
}

void LongNamesTest::theTableHasRoomForColumns()
{
    const auto *table = m_window->findChild<AreaTableView *>();
    for (int column = 0; column < table->model()->columnCount(); ++column) {
        QVERIFY(table->columnWidth(column) <= 220);
        const QString toolTip =
            table->model()->headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString();
        const QString header = table->model()->headerData(column, Qt::Horizontal).toString();
        QVERIFY(!header.startsWith(longName) || toolTip.contains(longName));
    }
}

void LongNamesTest::theInspectorWrapsOrElides()
{
    for (const char *name : {"areaName", "areaRank", "areaMeaning"}) {
        const auto *label = part<QLabel>(name);
        QVERIFY2(label->wordWrap(), name);
        COMES_TRUE(label->height() >= label->heightForWidth(label->width()));
    }
    const auto *label = part<QLabel>("areaClass");
    QVERIFY(label->width() >= label->sizeHint().width());
    const auto *table = part<QTableWidget>("steps");
    QCOMPARE(table->textElideMode(), Qt::ElideRight);
    QVERIFY(table->columnWidth(0) <= table->viewport()->width() / 2); // beside the value
    for (int row = 0; row < table->model()->rowCount(); ++row)
        QVERIFY(table->model()->index(row, 0).data(Qt::ToolTipRole).toString().contains(longName));
}

void LongNamesTest::theExportDialogTellsTheWholeTitle()
{
    const ExportDialog dialog(m_window->model().document.now(), m_window->model().areas.areas(), {});
    const auto *title = dialog.findChild<QLineEdit *>("titleText");
    QCOMPARE(title->toolTip(), longName + ", soc_1_3");
}

ATLAS_TEST(LongNamesTest)
#include "test_long_names.moc"
