#include "tests/support/test_program.h"

#include "app/dialogs/export_dialog.h"
#include "app/state/app_theme.h"

#include "app/atlas/atlas_model.h"
#include "app/widgets/hint_label.h"
#include "app/widgets/page_preview.h"
#include "core/dataset/load_dataset.h"
#include "tests/app/waiting.h"

#include <QAccessible>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using atlas::AtlasModel;
using atlas::builtInSources;
using atlas::ExportChoices;
using atlas::ExportDialog;
using atlas::HintLabel;
using atlas::Labels;
using atlas::loadDataset;
using atlas::mapColours;
using atlas::PagePreview;
using atlas::PictureFormat;
using atlas::Progress;
using atlas::renderMap;
using atlas::Theme;

namespace {

template <typename Widget>
Widget *field(const QWidget &dialog, const char *name)
{
    auto *found = dialog.findChild<Widget *>(name);
    Q_ASSERT(found);
    return found;
}

void clickBox(const QWidget &dialog, const char *name)
{
    auto *box = field<QCheckBox>(dialog, name);
    QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(8, box->height() / 2));
}

/// Replaces what stands in a line or a spin box by typing.
void type(QWidget *edit, const QString &text)
{
    edit->setFocus();
    QTest::keyClick(edit, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(edit, text);
}

void choose(const QWidget &dialog, const char *name, const QString &text)
{
    auto *combo = field<QComboBox>(dialog, name);
    combo->setCurrentIndex(combo->findText(text, Qt::MatchStartsWith));
}

QImage preview(const QWidget &dialog)
{
    auto *page = field<PagePreview>(dialog, "preview");
    QSignalSpy drawn(page, &PagePreview::drawn);
    return atlas::test::comesTrue([&drawn] { return !drawn.isEmpty(); }) ? page->image() : QImage();
}

QString status(const QWidget &dialog)
{
    return field<HintLabel>(dialog, "status")->text();
}

} // namespace

class TestExportDialog : public QObject
{
    Q_OBJECT

    QTemporaryDir m_settings;
    AtlasModel m_model;

private slots:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName("test");
        QCoreApplication::setApplicationName("test_export_dialog");
        QStandardPaths::setTestModeEnabled(true);
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        Progress progress;
        const auto dataset = loadDataset(builtInSources(), progress);
        QVERIFY(dataset.ok());
        m_model.document.open(*dataset);
    }

    void init()
    {
        m_model.document.set({}, {});
        m_model.selection.select({});
        applyTheme(Theme::Light);
    }

    void everyContentShowsInThePreview_data()
    {
        QTest::addColumn<QByteArray>("box");
        for (const char *box : {"title", "legend", "source", "key", "outline"})
            QTest::newRow(box) << QByteArray(box);
    }
    void everyContentShowsInThePreview()
    {
        QFETCH(QByteArray, box);
        m_model.selection.select({m_model.document.now().dataset()->areas[5].code});
        ExportDialog dialog(m_model.document.now(), m_model.areas.areas(), {});
        dialog.show();
        const QImage with = preview(dialog);
        QVERIFY(!with.isNull());
        clickBox(dialog, box);
        const QImage without = preview(dialog);
        QCOMPARE(without.size(), with.size());
        QVERIFY(without != with);
        clickBox(dialog, box);
        QCOMPARE(preview(dialog), with);
    }

    void aTypedTitleIsDrawnAndReturned()
    {
        ExportDialog dialog(m_model.document.now(), m_model.areas.areas(), {});
        dialog.show();
        const QImage before = preview(dialog);
        type(field<QLineEdit>(dialog, "titleText"), "Where to help first ");
        QVERIFY(preview(dialog) != before);
        QCOMPARE(dialog.scene().title, QString("Where to help first"));
        QVERIFY(dialog.mapExport().furniture.title);
    }

    void anEmptyTitleIsNoTitle()
    {
        ExportDialog dialog(m_model.document.now(), m_model.areas.areas(), {});
        field<QLineEdit>(dialog, "titleText")->clear();
        QVERIFY(!dialog.mapExport().furniture.title);
    }

    void thePreviewHasTheShapeOfThePage_data()
    {
        QTest::addColumn<QString>("preset");
        QTest::addColumn<double>("ratio");
        QTest::newRow("upright") << "A4 portrait" << 210.0 / 297;
        QTest::newRow("wide") << "A4 landscape" << 297.0 / 210;
        QTest::newRow("pixels") << "Screen" << 1600.0 / 900;
    }
    void thePreviewHasTheShapeOfThePage()
    {
        QFETCH(QString, preset);
        QFETCH(double, ratio);
        ExportDialog dialog(m_model.document.now(), m_model.areas.areas(), {});
        dialog.show();
        preview(dialog);
        choose(dialog, "preset", preset);
        const QImage image = preview(dialog);
        QVERIFY(qAbs(double(image.width()) / image.height() - ratio) < 0.01);
        const auto *page = field<PagePreview>(dialog, "preview");
        QCOMPARE(image.devicePixelRatio(), page->devicePixelRatioF());
        QVERIFY(image.deviceIndependentSize().width() < page->width());
        QVERIFY(image.deviceIndependentSize().height() < page->height());
    }

    void thePreviewGrowsWithTheWindow()
    {
        ExportDialog dialog(m_model.document.now(), m_model.areas.areas(), {});
        dialog.resize(dialog.minimumSizeHint());
        dialog.show();
        const QImage small = preview(dialog);
        dialog.resize(1200, 900);
        QVERIFY(preview(dialog).height() > small.height());
    }

    void theSizeIsToldInWords_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<bool>("inMillimetres");
        QTest::addColumn<QString>("text");
        QTest::newRow("picture for paper") << "png" << true << "2008 × 2362 pixels at 300 dpi";
        QTest::newRow("picture in pixels") << "png" << false << "1200 × 1400 pixels";
        QTest::newRow("drawing in millimetres") << "svg" << true << "170 × 200 mm";
        QTest::newRow("drawing in pixels") << "svg" << false << "1200 × 1400 pixels";
        QTest::newRow("page in millimetres") << "pdf" << true << "170 × 200 mm";
        QTest::newRow("page in pixels") << "pdf" << false << "317.5 × 370.4 mm";
    }
    void theSizeIsToldInWords()
    {
        QFETCH(QString, format);
        QFETCH(bool, inMillimetres);
        ExportDialog dialog(m_model.document.now(), m_model.areas.areas(),
                            {.format = format, .inMillimetres = inMillimetres});
        QTEST(status(dialog), "text");
    }

    void theFileHasTheSizeThatIsTold()
    {
        ExportDialog picture(m_model.document.now(), m_model.areas.areas(),
                             {.inMillimetres = false, .widthPixels = 1000, .heightPixels = 900});
        const auto png = renderMap(picture.scene(), picture.mapExport(), PictureFormat::Png);
        QVERIFY(png.ok());
        QCOMPARE(QImage::fromData(*png).size(), QSize(1000, 900));
        ExportDialog drawing(
            m_model.document.now(), m_model.areas.areas(),
            {.format = "svg", .inMillimetres = false, .widthPixels = 1000, .heightPixels = 900});
        const auto svg = renderMap(drawing.scene(), drawing.mapExport(), PictureFormat::Svg);
        QVERIFY(svg.ok());
        QVERIFY(svg->contains("width=\"264.583mm\" height=\"238.125mm\""));
    }

    void impossibleSizesCannotBeExported_data()
    {
        QTest::addColumn<ExportChoices>("choices");
        QTest::addColumn<QString>("word");
        QTest::newRow("too small") << ExportChoices{.widthMm = 12} << "too small";
        QTest::newRow("too many dots")
            << ExportChoices{.widthMm = 500, .heightMm = 500, .dpi = 1200} << "too large";
        QTest::newRow("too many pixels")
            << ExportChoices{.inMillimetres = false, .widthPixels = 25000} << "too large";
    }
    void impossibleSizesCannotBeExported()
    {
        QFETCH(ExportChoices, choices);
        QFETCH(QString, word);
        ExportDialog dialog(m_model.document.now(), m_model.areas.areas(), choices);
        dialog.show();
        QVERIFY(preview(dialog).isNull());
        QVERIFY(!field<QPushButton>(dialog, "export")->isEnabled());
        QVERIFY(field<HintLabel>(dialog, "status")->isProblem());
        QVERIFY2(status(dialog).contains(word), qPrintable(status(dialog)));
        choose(dialog, "preset", "A4 portrait");
        type(field<QSpinBox>(dialog, "dpi"), "300");
        QVERIFY(field<QPushButton>(dialog, "export")->isEnabled());
        QVERIFY(!field<HintLabel>(dialog, "status")->isProblem());
        QVERIFY(!preview(dialog).isNull());
    }

    void aPageTooSmallForItsKeySaysSoAndCanBeExported()
    {
        ExportDialog dialog(m_model.document.now(), m_model.areas.areas(), {.widthMm = 120, .heightMm = 90});
        QVERIFY2(status(dialog).contains("too small for the list of areas"), qPrintable(status(dialog)));
        QVERIFY(field<HintLabel>(dialog, "status")->isProblem());
        QVERIFY(field<QPushButton>(dialog, "export")->isEnabled());
        field<QCheckBox>(dialog, "key")->setChecked(false);
        QVERIFY2(!status(dialog).contains("too small"), qPrintable(status(dialog)));
        QVERIFY(!field<HintLabel>(dialog, "status")->isProblem());
    }

    void resolutionIsForPicturesInMillimetres()
    {
        ExportDialog dialog(m_model.document.now(), m_model.areas.areas(), {});
        const auto *dpi = field<QSpinBox>(dialog, "dpi");
        QVERIFY(dpi->isEnabled());
        choose(dialog, "unit", "pixels");
        QVERIFY(!dpi->isEnabled());
        choose(dialog, "unit", "millimetres");
        QVERIFY(dpi->isEnabled());
        for (const char *format : {"SVG", "PDF"}) {
            choose(dialog, "format", format);
            QVERIFY(!dpi->isEnabled());
        }
    }

    void choicesComeBackAsTheyWere()
    {
        const ExportChoices choices{.folder = "/somewhere",
                                    .format = "svg",
                                    .inMillimetres = false,
                                    .widthMm = 123.45,
                                    .heightMm = 67.89,
                                    .dpi = 150,
                                    .widthPixels = 640,
                                    .heightPixels = 480,
                                    .legend = false,
                                    .key = false,
                                    .title = false,
                                    .source = false};
        QCOMPARE(ExportDialog(m_model.document.now(), m_model.areas.areas(), choices).choices(), choices);
        QCOMPARE(ExportDialog(m_model.document.now(), m_model.areas.areas(), {}).choices(), ExportChoices());
    }

    void eachUnitKeepsItsOwnSize()
    {
        ExportDialog dialog(m_model.document.now(), m_model.areas.areas(), {});
        choose(dialog, "unit", "pixels");
        QCOMPARE(field<QDoubleSpinBox>(dialog, "width")->value(), 1200.0);
        type(field<QDoubleSpinBox>(dialog, "width"), "800");
        choose(dialog, "unit", "millimetres");
        QCOMPARE(field<QDoubleSpinBox>(dialog, "width")->value(), 170.0);
        QCOMPARE(dialog.choices().widthPixels, 800);
        QCOMPARE(dialog.choices().widthMm, 170.0);
    }

    void aPresetSetsUnitAndSize()
    {
        ExportDialog dialog(m_model.document.now(), m_model.areas.areas(), {});
        choose(dialog, "preset", "Screen");
        QCOMPARE(dialog.choices().inMillimetres, false);
        QCOMPARE(dialog.mapExport().size.pixels(), QSize(1600, 900));
        QCOMPARE(field<QComboBox>(dialog, "unit")->currentText(), QString("pixels"));
        QCOMPARE(field<QDoubleSpinBox>(dialog, "height")->text(), QString("900 px"));
    }

    void anyOtherSizeIsOnesOwn()
    {
        ExportDialog dialog(m_model.document.now(), m_model.areas.areas(), {.widthMm = 210, .heightMm = 297});
        const auto *preset = field<QComboBox>(dialog, "preset");
        QVERIFY(preset->currentText().startsWith("A4 portrait"));
        type(field<QDoubleSpinBox>(dialog, "width"), "200");
        QCOMPARE(preset->currentText(), QString("Another size"));
        type(field<QDoubleSpinBox>(dialog, "width"), "210");
        QVERIFY(preset->currentText().startsWith("A4 portrait"));
    }

    void aSizeCanBeTypedDigitByDigit()
    {
        ExportDialog dialog(m_model.document.now(), m_model.areas.areas(), {});
        type(field<QDoubleSpinBox>(dialog, "width"), "123.5");
        QCOMPARE(dialog.choices().widthMm, 123.5);
        QCOMPARE(field<QDoubleSpinBox>(dialog, "width")->text(), QString("123.5 mm"));
    }

    void theKeyIsOfferedOnlyWithNumbersOnTheMap()
    {
        m_model.document.setLooks({.labels = Labels::Name});
        ExportDialog dialog(m_model.document.now(), m_model.areas.areas(), {});
        QVERIFY(!field<QCheckBox>(dialog, "key")->isEnabled());
        QVERIFY(!dialog.mapExport().furniture.key);
        QVERIFY(dialog.choices().key); // remembered for maps with numbers
    }

    void outliningIsOfferedOnlyWithASelection()
    {
        ExportDialog without(m_model.document.now(), m_model.areas.areas(), {});
        QVERIFY(!field<QCheckBox>(without, "outline")->isEnabled());
        QVERIFY(without.mapExport().selected.empty());
        m_model.selection.select({m_model.document.now().dataset()->areas[5].code});
        ExportDialog with(m_model.document.now(), m_model.areas.areas(), {});
        QCOMPARE(with.mapExport().selected, std::vector<size_t>{5});
        clickBox(with, "outline");
        QVERIFY(with.mapExport().selected.empty());
    }

    void exportsAreLightInADarkWindow()
    {
        applyTheme(Theme::Dark);
        const ExportDialog dialog(m_model.document.now(), m_model.areas.areas(), {});
        QCOMPARE(dialog.scene().colours, mapColours(Theme::Light));
    }

    void theSuffixFollowsTheFormat()
    {
        ExportDialog dialog(m_model.document.now(), m_model.areas.areas(), {});
        QCOMPARE(dialog.suffix(), QString("png"));
        choose(dialog, "format", "PDF");
        QCOMPARE(dialog.suffix(), QString("pdf"));
    }

    void keysDoWhatTheMouseDoes()
    {
        ExportDialog dialog(m_model.document.now(), m_model.areas.areas(), {});
        dialog.show();
        COMES_TRUE(dialog.isActiveWindow());
        QTest::keyClick(&dialog, Qt::Key_L, Qt::AltModifier);
        COMES_TRUE(!dialog.choices().legend);
        QTest::keyClick(&dialog, Qt::Key_W, Qt::AltModifier);
        QVERIFY(field<QDoubleSpinBox>(dialog, "width")->hasFocus());
        QTest::keyClick(dialog.focusWidget(), Qt::Key_Up);
        QCOMPARE(dialog.choices().widthMm, 175.0);
        QTest::keyClick(dialog.focusWidget(), Qt::Key_Return);
        QCOMPARE(dialog.result(), int(QDialog::Accepted));
        dialog.show();
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QCOMPARE(dialog.result(), int(QDialog::Rejected));
    }

    void everyFieldHasANameAndAKeyOfItsOwn()
    {
        const ExportDialog dialog(m_model.document.now(), m_model.areas.areas(), {});
        QStringList keys;
        for (const QWidget *widget : dialog.findChildren<QWidget *>()) {
            const QString text = widget->property("text").toString();
            if (const auto at = text.indexOf('&'); at >= 0)
                keys << text.mid(at + 1, 1).toUpper();
            if (widget->focusPolicy() == Qt::NoFocus || widget->objectName().startsWith("qt_"))
                continue;
            const auto *accessible = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
            QVERIFY2(accessible && !accessible->text(QAccessible::Name).isEmpty(),
                     qPrintable(widget->objectName()));
        }
        QVERIFY(keys.size() >= 12);
        QCOMPARE(QSet<QString>(keys.begin(), keys.end()).size(), keys.size());
    }

    void itFitsASmallScreenAndRemembersItsSize()
    {
        ExportDialog dialog(m_model.document.now(), m_model.areas.areas(), {});
        QVERIFY(dialog.minimumSizeHint().width() <= 900);
        QVERIFY(dialog.minimumSizeHint().height() <= 600);
        dialog.show();
        dialog.resize(777, 555);
        dialog.hide();
        QCOMPARE(ExportDialog(m_model.document.now(), m_model.areas.areas(), {}).size(), QSize(777, 555));
    }
};

ATLAS_TEST(TestExportDialog)
#include "test_export_dialog.moc"
