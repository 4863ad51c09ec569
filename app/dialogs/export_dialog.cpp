#include "app/dialogs/export_dialog.h"

#include "app/dialogs/page_presets.h"
#include "app/widgets/data_text.h"
#include "app/widgets/hint_label.h"
#include "app/widgets/page_preview.h"
#include "core/common/plain_text.h"
#include "core/snapshot/snapshot.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace atlas {

namespace {

constexpr double millimetresPerUnit = 25.4 / 96;

QString pair(double width, double height, int decimals)
{
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    const auto text = [&](double value) {
        const double scale = std::pow(10, decimals);
        const bool whole = std::round(value * scale) == std::round(value) * scale;
        return locale.toString(value, 'f', whole ? 0 : decimals);
    };
    return ExportDialog::tr("%1 × %2", "width and height").arg(text(width), text(height));
}

} // namespace

ExportDialog::ExportDialog(const Snapshot &now, const std::vector<size_t> &selected,
                           const ExportChoices &choices, QWidget *parent)
    : ToolWindow(QStringLiteral("exportDialog"), tr("Export map"), {880, 590}, parent), m_choices(choices),
      m_scene(now.scene(Theme::Light, QLocale()))
{
    setProperty("helpTopic", QStringLiteral("part-export"));
    for (const size_t area : selected)
        if (now.dataset()->hasShape(area))
            m_selected.push_back(area);

    auto *fields = new QVBoxLayout;
    fields->addWidget(makePageGroup());
    fields->addWidget(makeContentsGroup());
    fields->addStretch();
    auto *panes = new QHBoxLayout;
    panes->setSpacing(16);
    panes->addLayout(fields);
    panes->addWidget(makePreviewPane(), 1);
    auto *all = new QVBoxLayout(this);
    all->addLayout(panes, 1);
    all->addWidget(makeButtons());

    showChoices();
    connectFields();
    refresh();
}

MapScene ExportDialog::scene() const
{
    MapScene scene = m_scene;
    scene.title = plainLine(m_titleText->text().trimmed());
    return scene;
}

MapExport ExportDialog::mapExport() const
{
    MapExport map;
    if (m_choices.inMillimetres)
        map.size = ExportSize::fromMillimetres(m_choices.widthMm, m_choices.heightMm, m_choices.dpi);
    else
        map.size = ExportSize::fromPixels(m_choices.widthPixels, m_choices.heightPixels);
    if (m_choices.format != QLatin1String("png"))
        map.size.pixelsPerUnit = 1; // no pixels, no limit to them
    map.furniture = {.title = m_choices.title && !m_titleText->text().trimmed().isEmpty(),
                     .legend = m_choices.legend,
                     .source = m_choices.source,
                     .key = m_choices.key && !m_scene.key.empty()};
    if (m_outline->isChecked())
        map.selected = m_selected;
    return map;
}

QWidget *ExportDialog::makePageGroup()
{
    auto *group = new QGroupBox(tr("Page"), this);
    auto *form = new QFormLayout(group);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    const auto add = [&](const QString &label, const QString &name, auto *field) {
        field->setObjectName(name);
        form->addRow(label, field); // makes the label the field's buddy, and so its accessible name
        return field;
    };
    m_format = add(tr("&Format:"), QStringLiteral("format"), new QComboBox);
    m_format->addItem(tr("PNG picture"), QStringLiteral("png"));
    m_format->addItem(tr("SVG drawing"), QStringLiteral("svg"));
    m_format->addItem(tr("PDF page"), QStringLiteral("pdf"));
    m_preset = add(tr("&Size:"), QStringLiteral("preset"), new QComboBox);
    for (const PagePreset &preset : pagePresets())
        m_preset->addItem(preset.name);
    m_preset->addItem(tr("Another size"));
    m_unit = add(tr("&Measured in:"), QStringLiteral("unit"), new QComboBox);
    m_unit->addItem(tr("millimetres"), true);
    m_unit->addItem(tr("pixels"), false);
    m_width = add(tr("&Width:"), QStringLiteral("width"), new QDoubleSpinBox);
    m_height = add(tr("&Height:"), QStringLiteral("height"), new QDoubleSpinBox);
    m_dpi = add(tr("&Resolution:"), QStringLiteral("dpi"), new QSpinBox);
    m_dpi->setRange(36, 2400);
    m_dpi->setSingleStep(50);
    m_dpi->setSuffix(tr(" dpi"));
    m_dpi->setToolTip(tr("Dots per inch of a PNG picture: 300 for print, 150 for a draft."));
    return group;
}

QCheckBox *ExportDialog::makeCheckBox(const QString &name, const QString &text, bool ExportChoices::*choice)
{
    auto *box = new QCheckBox(text, this);
    box->setObjectName(name);
    box->setChecked(m_choices.*choice);
    connect(box, &QCheckBox::toggled, this, [this, choice](bool on) {
        m_choices.*choice = on;
        refresh();
    });
    return box;
}

QWidget *ExportDialog::makeContentsGroup()
{
    auto *group = new QGroupBox(tr("Contents"), this);
    m_title = makeCheckBox(QStringLiteral("title"), tr("&Title:"), &ExportChoices::title);
    m_titleText = new QLineEdit(m_scene.title, group);
    m_titleText->setObjectName(QStringLiteral("titleText"));
    m_titleText->setAccessibleName(tr("Text of the title"));
    m_titleText->setCursorPosition(0);
    m_titleText->setMinimumWidth(200);
    m_legend = makeCheckBox(QStringLiteral("legend"), tr("&Legend"), &ExportChoices::legend);
    m_source =
        makeCheckBox(QStringLiteral("source"), tr("S&ource of figures and outlines"), &ExportChoices::source);
    m_key = makeCheckBox(QStringLiteral("key"), tr("&Key to the numbers"), &ExportChoices::key);
    m_key->setEnabled(!m_scene.key.empty());
    m_key->setToolTip(m_scene.key.empty() ? tr("The map has no numbers. Choose number labels to list them.")
                                          : QString());
    m_outline = new QCheckBox(tr("Outline selected &areas"), group);
    m_outline->setObjectName(QStringLiteral("outline"));
    m_outline->setEnabled(!m_selected.empty());
    m_outline->setChecked(!m_selected.empty());
    m_outline->setToolTip(m_selected.empty() ? tr("No area is selected.") : QString());

    auto *titleRow = new QHBoxLayout;
    titleRow->addWidget(m_title);
    titleRow->addWidget(m_titleText, 1);
    auto *rows = new QVBoxLayout(group);
    rows->addLayout(titleRow);
    for (QCheckBox *box : {m_legend, m_source, m_key, m_outline})
        rows->addWidget(box);
    return group;
}

QWidget *ExportDialog::makePreviewPane()
{
    auto *pane = new QWidget(this);
    m_preview = new PagePreview(pane);
    m_preview->setObjectName(QStringLiteral("preview"));
    m_preview->setAccessibleName(tr("Preview of the page"));
    m_status = new HintLabel(pane);
    m_status->setObjectName(QStringLiteral("status"));
    m_status->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_status->setMinimumHeight(2 * m_status->fontMetrics().lineSpacing()); // so that an error moves nothing
    auto *rows = new QVBoxLayout(pane);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(m_preview, 1);
    rows->addWidget(m_status);
    return pane;
}

QWidget *ExportDialog::makeButtons()
{
    m_buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    auto *exporting = m_buttons->addButton(tr("&Export…"), QDialogButtonBox::AcceptRole);
    exporting->setObjectName(QStringLiteral("export"));
    exporting->setDefault(true);
    return m_buttons;
}

void ExportDialog::connectFields()
{
    connect(m_format, &QComboBox::currentIndexChanged, this, [this] {
        m_choices.format = m_format->currentData().toString();
        refresh();
    });
    connect(m_preset, &QComboBox::currentIndexChanged, this, &ExportDialog::choosePreset);
    connect(m_unit, &QComboBox::currentIndexChanged, this, [this] {
        m_choices.inMillimetres = m_unit->currentData().toBool();
        showChoices();
        refresh();
    });
    connect(m_width, &QDoubleSpinBox::valueChanged, this, &ExportDialog::takeSize);
    connect(m_height, &QDoubleSpinBox::valueChanged, this, &ExportDialog::takeSize);
    connect(m_dpi, &QSpinBox::valueChanged, this, [this](int dpi) {
        m_choices.dpi = dpi;
        refresh();
    });
    connect(m_titleText, &QLineEdit::textChanged, this, &ExportDialog::refresh);
    connect(m_outline, &QCheckBox::toggled, this, &ExportDialog::refresh);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void ExportDialog::choosePreset(int index)
{
    const auto all = pagePresets();
    if (index < 0 || static_cast<size_t>(index) >= all.size()) // own size: what is there stays
        return;
    m_choices = withPreset(m_choices, all[static_cast<size_t>(index)]);
    showChoices();
    refresh();
}

void ExportDialog::takeSize()
{
    if (m_choices.inMillimetres) {
        m_choices.widthMm = m_width->value();
        m_choices.heightMm = m_height->value();
    } else {
        m_choices.widthPixels = static_cast<int>(m_width->value());
        m_choices.heightPixels = static_cast<int>(m_height->value());
    }
    const QSignalBlocker quiet(m_preset); // the fields themselves stay: someone is typing in one of them
    m_preset->setCurrentIndex(presetOf(m_choices));
    refresh();
}

void ExportDialog::showChoices()
{
    const QSignalBlocker quiet[] = {QSignalBlocker(m_format), QSignalBlocker(m_preset),
                                    QSignalBlocker(m_unit),   QSignalBlocker(m_width),
                                    QSignalBlocker(m_height), QSignalBlocker(m_dpi)};
    m_format->setCurrentIndex(std::max(0, m_format->findData(m_choices.format)));
    m_choices.format = m_format->currentData().toString();
    m_unit->setCurrentIndex(m_choices.inMillimetres ? 0 : 1);
    for (QDoubleSpinBox *side : {m_width, m_height}) {
        side->setDecimals(m_choices.inMillimetres ? 1 : 0);
        side->setSuffix(m_choices.inMillimetres ? tr(" mm") : tr(" px"));
        side->setRange(m_choices.inMillimetres ? 10 : 50, m_choices.inMillimetres ? 2000 : 30000);
        side->setSingleStep(m_choices.inMillimetres ? 5 : 50);
    }
    m_width->setValue(m_choices.inMillimetres ? m_choices.widthMm : m_choices.widthPixels);
    m_height->setValue(m_choices.inMillimetres ? m_choices.heightMm : m_choices.heightPixels);
    m_dpi->setValue(static_cast<int>(std::lround(m_choices.dpi)));
    m_preset->setCurrentIndex(presetOf(m_choices));
}

void ExportDialog::refresh()
{
    const MapExport map = mapExport();
    const auto possible = checkExportSize(map.size);
    m_dpi->setEnabled(m_choices.inMillimetres && m_choices.format == QLatin1String("png"));
    m_titleText->setEnabled(m_choices.title);
    m_titleText->setToolTip(plainToolTip(m_titleText->text())); // it may be longer than its field
    m_buttons->findChild<QPushButton *>(QStringLiteral("export"))->setEnabled(possible.ok());
    if (possible) {
        const QString missing = leftOutText(scene(), map);
        if (missing.isEmpty())
            m_status->setHint(sizeText());
        else
            m_status->setProblem(sizeText() + QStringLiteral(". ") + missing);
        m_preview->setPage(scene(), map);
    } else {
        m_status->setProblem(possible.error().message);
        m_preview->clear();
    }
    m_preview->setAccessibleDescription(m_status->text());
}

QString ExportDialog::sizeText() const
{
    const ExportSize size = mapExport().size;
    if (m_choices.format == QLatin1String("png")) {
        const QString pixels = pair(size.pixels().width(), size.pixels().height(), 0);
        return m_choices.inMillimetres
                   ? tr("%1 pixels at %2 dpi").arg(pixels, QLocale().toString(m_choices.dpi, 'f', 0))
                   : tr("%1 pixels").arg(pixels);
    }
    if (!m_choices.inMillimetres && m_choices.format == QLatin1String("svg"))
        return tr("%1 pixels").arg(pair(size.page().width(), size.page().height(), 0));
    return tr("%1 mm").arg(
        pair(size.page().width() * millimetresPerUnit, size.page().height() * millimetresPerUnit, 1));
}

} // namespace atlas
