#include "tests/support/test_program.h"

#include "app/state/app_theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QSpinBox>
#include <QStyleOptionTab>
#include <QTest>
#include <QVBoxLayout>

#include <memory>

using namespace atlas;

namespace {

/// The best contrast with the window among the first pixels from a point inwards.
double edgeContrast(const QImage &image, QPoint from, QPoint inwards, const QColor &window)
{
    constexpr int deep = 5;
    double best = 1;
    for (int i = 0; i < deep; ++i)
        best = std::max(best, contrastRatio(image.pixelColor(from + i * inwards), window));
    return best;
}

} // namespace

class AppThemeTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { applyStyle(); }
    void edgesStandOutFromTheWindow_data();
    void edgesStandOutFromTheWindow();
    void theTabWithTheFocusIsMarked();
};

void AppThemeTest::edgesStandOutFromTheWindow_data()
{
    using Make = QWidget *(*)();
    QTest::addColumn<Theme>("theme");
    QTest::addColumn<Make>("make");
    for (const Theme theme : {Theme::Light, Theme::Dark}) {
        const auto row = [theme](const char *name, Make make) {
            QTest::addRow("%s, %s", name, theme == Theme::Light ? "light" : "dark") << theme << make;
        };
        row("spin box", [] { return static_cast<QWidget *>(new QSpinBox); });
        row("spin box of decimals", [] { return static_cast<QWidget *>(new QDoubleSpinBox); });
        row("combo box", [] { return static_cast<QWidget *>(new QComboBox); });
        row("button", [] { return static_cast<QWidget *>(new QPushButton("Export")); });
        row("line", [] { return static_cast<QWidget *>(new QLineEdit); });
    }
}

// WCAG 2.1, criterion 1.4.11: parts of controls need 3:1.
void AppThemeTest::edgesStandOutFromTheWindow()
{
    QFETCH(const Theme, theme);
    using Make = QWidget *(*)();
    QFETCH(const Make, make);
    applyTheme(theme);
    QWidget window;
    auto *rows = new QVBoxLayout(&window);
    QWidget *widget = make();
    rows->addWidget(widget);
    rows->addWidget(new QCheckBox("takes the focus"));
    window.resize(200, 100);
    window.show();
    window.findChild<QCheckBox *>()->setFocus();
    const QImage image = window.grab().toImage();
    const QColor ground = window.palette().color(QPalette::Window);
    const QRect box = widget->geometry();
    const QPoint middle = box.center();
    QVERIFY(edgeContrast(image, {box.left(), middle.y()}, {1, 0}, ground) >= 3);
    QVERIFY(edgeContrast(image, {box.right(), middle.y()}, {-1, 0}, ground) >= 3);
    QVERIFY(edgeContrast(image, {middle.x(), box.top()}, {0, 1}, ground) >= 3);
    QVERIFY(edgeContrast(image, {middle.x(), box.bottom()}, {0, -1}, ground) >= 3);
}

void AppThemeTest::theTabWithTheFocusIsMarked()
{
    for (const Theme theme : {Theme::Light, Theme::Dark}) {
        applyTheme(theme);
        const QColor mark = QApplication::palette().color(QPalette::Link);
        const auto isMarked = [&mark](QStyle::State state) {
            QImage image(100, 30, QImage::Format_RGB32);
            image.fill(QApplication::palette().color(QPalette::Window));
            QStyleOptionTab tab;
            tab.rect = image.rect();
            tab.palette = QApplication::palette();
            tab.state = state;
            QPainter painter(&image);
            QApplication::style()->drawControl(QStyle::CE_TabBarTabShape, &tab, &painter);
            painter.end();
            return image.pixelColor(3, 15) == mark;
        };
        const QStyle::State selected = QStyle::State_Enabled | QStyle::State_Selected;
        QVERIFY(!isMarked(selected));
        QVERIFY(isMarked(selected | QStyle::State_HasFocus));
    }
}

ATLAS_TEST(AppThemeTest)
#include "test_app_theme.moc"
