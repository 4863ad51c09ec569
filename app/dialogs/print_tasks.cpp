#include "app/dialogs/print_tasks.h"

#include "app/dialogs/messages.h"
#include "app/dialogs/text.h"
#include "app/state/preferences.h"
#include "app/widgets/hint_label.h"
#include "core/common/plain_text.h"
#include "core/render/table_pages.h"
#include "core/snapshot/snapshot.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QLocale>
#include <QPageLayout>
#include <QPainter>
#include <QPrintPreviewDialog>
#include <QPrinter>

#include <algorithm>
#include <functional>

namespace atlas {

namespace {

constexpr double unitsPerInch = 96;
constexpr double marginMm = 12;
constexpr int margin = 6; // pixels
constexpr QPageSize::PageSizeId paper = QPageSize::A4;

/// The part of the page inside the margins, in logical pixels.
QSizeF pageOf(const QPrinter &printer)
{
    return printer.pageLayout().paintRect(QPageLayout::Inch).size() * unitsPerInch;
}

/// Lets the painter count in logical pixels.
void useLogicalPixels(QPainter &painter, const QPrinter &printer)
{
    const double scale = printer.resolution() / unitsPerInch;
    painter.scale(scale, scale);
}

/// `remark` says what to know of the pages as they are now; nothing for most.
void preview(QPrinter &printer, const QString &title, QWidget *parent,
             const std::function<void(QPrinter &)> &print,
             const std::function<QString(const QPrinter &)> &remark = {})
{
    QPrintPreviewDialog dialog(&printer, parent);
    dialog.setObjectName(QStringLiteral("printPreview"));
    dialog.setWindowTitle(title);
    dialog.resize(980, 720);
    auto *said = new HintLabel(&dialog);
    said->setObjectName(QStringLiteral("leftOut"));
    said->setContentsMargins(margin, margin, margin, margin);
    said->hide();
    if (auto *rows = qobject_cast<QBoxLayout *>(dialog.layout()))
        rows->insertWidget(1, said); // below the buttons
    QObject::connect(&dialog, &QPrintPreviewDialog::paintRequested, &dialog, [&](QPrinter *target) {
        print(*target);
        said->setProblem(remark ? remark(*target) : QString());
        said->setVisible(!said->text().isEmpty());
    });
    dialog.exec();
}

} // namespace

void preparePage(QPrinter &printer, const QString &name, bool isLandscape)
{
    printer.setPageLayout(
        QPageLayout(QPageSize(paper), isLandscape ? QPageLayout::Landscape : QPageLayout::Portrait,
                    QMarginsF(marginMm, marginMm, marginMm, marginMm), QPageLayout::Millimeter));
    printer.setDocName(plainLine(name));
    printer.setCreator(QStringLiteral("Disengagement Atlas ") + QCoreApplication::applicationVersion());
}

void printMap(QPrinter &printer, const MapScene &scene, MapFurniture furniture,
              const std::vector<size_t> &selected)
{
    const QSizeF page = pageOf(printer);
    const MapExport what{.size = {.logical = page}, .furniture = furniture, .selected = selected};
    const Picture picture = pictureOf(scene, what);
    QPainter painter(&printer);
    if (!painter.isActive())
        return;
    useLogicalPixels(painter, printer);
    painter.setClipRect(QRectF(QPointF(), page));
    picture.paint(painter);
}

void printTable(QPrinter &printer, const TableSheet &sheet)
{
    const TablePages pages(sheet, pageOf(printer));
    const int first = std::max(1, printer.fromPage());
    const int last = printer.toPage() > 0 ? std::min(printer.toPage(), pages.pageCount()) : pages.pageCount();
    QPainter painter(&printer);
    if (!painter.isActive())
        return;
    useLogicalPixels(painter, printer);
    for (int page = first; page <= last; ++page) {
        if (page > first)
            printer.newPage();
        pages.paint(painter, page - 1);
    }
}

Result<Done> checkPrintable(const TableSheet &sheet)
{
    constexpr size_t most = 5000;
    if (sheet.table.rowCount() <= most)
        return Done{};
    return Error{
        Text::tr("A table of %1 rows would take more than a hundred pages. Show fewer rows, or export the "
                 "table.")
            .arg(sheet.locale.toString(sheet.table.rowCount())),
        {}};
}

bool isWide(const TableSheet &sheet)
{
    const QSizeF a4 = QPageSize::size(paper, QPageSize::Millimeter);
    constexpr double millimetresPerInch = 25.4;
    return TablePages::naturalWidth(sheet) > (a4.width() - 2 * marginMm) / millimetresPerInch * unitsPerInch;
}

void printMapByDialog(const Snapshot &now, const std::vector<size_t> &selected, QWidget *parent)
{
    const MapScene scene = now.scene(Theme::Light, QLocale());
    const ExportChoices last = Preferences().exportChoices();
    const MapFurniture furniture = {.title = last.title,
                                    .legend = last.legend,
                                    .source = last.source,
                                    .key = last.key && !scene.key.empty()};
    std::vector<size_t> shapes;
    for (const size_t area : selected)
        if (now.dataset()->hasShape(area))
            shapes.push_back(area);
    const QRectF extent = scene.shapes->extent();
    QPrinter printer(QPrinter::HighResolution);
    preparePage(printer, scene.title, extent.width() > extent.height());
    scene.shapes->findDetail();
    preview(
        printer, Text::tr("Print map"), parent,
        [&](QPrinter &target) { printMap(target, scene, furniture, shapes); },
        [&](const QPrinter &target) {
            return leftOutText(
                scene, {.size = {.logical = pageOf(target)}, .furniture = furniture, .selected = shapes});
        });
}

void printTableByDialog(const TableSheet &sheet, QWidget *parent)
{
    if (const auto possible = checkPrintable(sheet); !possible) {
        showError(parent, Text::tr("Not printed"), possible.error());
        return;
    }
    QPrinter printer(QPrinter::HighResolution);
    preparePage(printer, sheet.title, isWide(sheet));
    preview(printer, Text::tr("Print table"), parent,
            [&sheet](QPrinter &target) { printTable(target, sheet); });
}

} // namespace atlas
