#include "app/dialogs/colour_dialog.h"
#include "app/shell/main_window.h"
#include "core/render/colour_scale.h"
#include "tests/app/loaded_state.h"
#include "tests/app/own_settings.h"
#include "tests/app/waiting.h"
#include "tests/support/test_program.h"

#include <QAction>
#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QTimer>
#include <QTreeWidget>
#include <QTreeWidgetItemIterator>

using namespace atlas;
using namespace atlas::test;

namespace {

/// The names of the scales on offer, each with what stands beside it.
QHash<QString, QStringList> offered(const ColourDialog &dialog)
{
    QHash<QString, QStringList> found;
    for (QTreeWidgetItemIterator item(dialog.findChild<QTreeWidget *>()); *item; ++item)
        if (const QString name = (*item)->data(0, Qt::UserRole).toString(); !name.isEmpty())
            found.insert(name, {(*item)->text(1), (*item)->text(2)});
    return found;
}

} // namespace

class TestColourDialog : public QObject
{
    Q_OBJECT

private slots:
    void offersOnlyWhatIsMadeForSoManyClasses();
    void saysThatTheScaleInUseIsMixed();
    void saysWhatIsSafeAndWhatPrintsInGrey();
    void canLeaveOutWhatIsNotSafe();
    void beginsWithTheScaleInUse();
    void headingsCannotBeChosen();
    void everyScaleHasATitleAndSwatches();
    void choiceIsTakenAndUndone();

private:
    OwnSettings m_settings;
};

void TestColourDialog::offersOnlyWhatIsMadeForSoManyClasses()
{
    const auto names = [](int classCount) { return offered(ColourDialog("purples", classCount)); };
    QCOMPARE(names(4).size(), colourScaleNames().size());
    QVERIFY(names(2).contains("viridis") && !names(2).contains("brewer-blues"));
    QVERIFY(names(8).contains("brewer-ylorrd") && !names(9).contains("brewer-ylorrd"));
}

void TestColourDialog::saysThatTheScaleInUseIsMixed()
{
    const auto said = [](const QString &scale, int classCount) {
        const ColourDialog dialog(scale, classCount);
        const auto *label = dialog.findChild<QLabel *>("mixed");
        return label->isVisibleTo(&dialog) ? label->text() : QString();
    };
    QCOMPARE(said("brewer-ylorrd", 8), QString());
    QVERIFY(
        said("brewer-ylorrd", 9).contains("Yellow, orange, red (ColorBrewer), was not made for 9 classes"));
}

void TestColourDialog::saysWhatIsSafeAndWhatPrintsInGrey()
{
    const auto four = offered(ColourDialog("purples", 4));
    QCOMPARE(four["purples"], QStringList({"yes", "yes"}));
    QCOMPARE(four["brewer-rdbu"], QStringList({"yes", "no"}));
    QCOMPARE(offered(ColourDialog("purples", 9))["brewer-greens"], QStringList({"no", "no"}));
}

void TestColourDialog::canLeaveOutWhatIsNotSafe()
{
    ColourDialog dialog("viridis", 9);
    QVERIFY(offered(dialog).contains("brewer-greens"));
    dialog.findChild<QCheckBox *>("safeOnly")->click();
    QVERIFY(!offered(dialog).contains("brewer-greens"));
    QVERIFY(offered(dialog).contains("viridis"));
    QCOMPARE(dialog.chosen(), "viridis");
}

void TestColourDialog::beginsWithTheScaleInUse()
{
    QCOMPARE(ColourDialog("brewer-puor", 5).chosen(), "brewer-puor");
}

void TestColourDialog::headingsCannotBeChosen()
{
    ColourDialog dialog("purples", 4);
    auto *list = dialog.findChild<QTreeWidget *>();
    QVERIFY(!(list->topLevelItem(0)->flags() & Qt::ItemIsSelectable));
    list->setCurrentItem(list->topLevelItem(0));
    QVERIFY(dialog.chosen().isEmpty());
}

void TestColourDialog::everyScaleHasATitleAndSwatches()
{
    ColourDialog dialog("purples", 4);
    QSet<QString> titles;
    for (const QString &name : colourScaleNames()) {
        QVERIFY2(colourScaleTitle(name) != name, qPrintable(name));
        titles.insert(colourScaleTitle(name));
    }
    QCOMPARE(titles.size(), colourScaleNames().size());
    for (QTreeWidgetItemIterator item(dialog.findChild<QTreeWidget *>()); *item; ++item)
        QCOMPARE((*item)->icon(0).isNull(), (*item)->data(0, Qt::UserRole).toString().isEmpty());
}

void TestColourDialog::choiceIsTakenAndUndone()
{
    MainWindow window(std::nullopt);
    window.model().document.open(builtInDataset());
    window.show();
    COMES_TRUE(isExposed(window));
    QTimer::singleShot(0, &window, [] {
        auto *dialog = qobject_cast<ColourDialog *>(QApplication::activeModalWidget());
        if (!dialog)
            return;
        auto *list = dialog->findChild<QTreeWidget *>();
        for (QTreeWidgetItemIterator item(list); *item; ++item)
            if ((*item)->data(0, Qt::UserRole).toString() == "viridis")
                list->setCurrentItem(*item);
        dialog->accept();
    });
    window.findChild<QAction *>("moreColours")->trigger();
    const Document &document = window.model().document;
    QCOMPARE(document.now().looks().palette, "viridis");
    QVERIFY(!window.findChild<QAction *>("palette.purples")->isChecked());
    window.model().undoStack.undo();
    QCOMPARE(document.now().looks().palette, "purples");
}

ATLAS_TEST(TestColourDialog)

#include "test_colour_dialog.moc"
