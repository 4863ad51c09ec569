#include "app/dialogs/colour_dialog.h"

#include "app/widgets/hint_label.h"
#include "core/render/colour_scale.h"
#include "core/render/colour_vision.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QIcon>
#include <QIconEngine>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <utility>
#include <vector>

namespace atlas {

namespace {

enum Column { Scale, Safe, Grey, Columns };

constexpr int nameRole = Qt::UserRole;
constexpr QSize swatches(126, 18);

/// The hues of a scale, or its own name.
QString huesOf(const QString &name)
{
    static const std::vector<std::pair<QString, QString>> titles = {
        {QStringLiteral("purples"), ColourDialog::tr("Purples")},
        {QStringLiteral("blues"), ColourDialog::tr("Blues")},
        {QStringLiteral("greens"), ColourDialog::tr("Greens")},
        {QStringLiteral("oranges"), ColourDialog::tr("Oranges")},
        {QStringLiteral("greys"), ColourDialog::tr("Greys, for black and white print")},
        {QStringLiteral("viridis"), ColourDialog::tr("Viridis")},
        {QStringLiteral("cividis"), ColourDialog::tr("Cividis")},
        {QStringLiteral("magma"), ColourDialog::tr("Magma")},
        {QStringLiteral("plasma"), ColourDialog::tr("Plasma")},
        {QStringLiteral("brewer-blues"), ColourDialog::tr("Blues")},
        {QStringLiteral("brewer-greens"), ColourDialog::tr("Greens")},
        {QStringLiteral("brewer-oranges"), ColourDialog::tr("Oranges")},
        {QStringLiteral("brewer-purples"), ColourDialog::tr("Purples")},
        {QStringLiteral("brewer-reds"), ColourDialog::tr("Reds")},
        {QStringLiteral("brewer-bupu"), ColourDialog::tr("Blue, purple")},
        {QStringLiteral("brewer-gnbu"), ColourDialog::tr("Green, blue")},
        {QStringLiteral("brewer-pubu"), ColourDialog::tr("Purple, blue")},
        {QStringLiteral("brewer-rdpu"), ColourDialog::tr("Red, purple")},
        {QStringLiteral("brewer-ylgn"), ColourDialog::tr("Yellow, green")},
        {QStringLiteral("brewer-ylgnbu"), ColourDialog::tr("Yellow, green, blue")},
        {QStringLiteral("brewer-ylorbr"), ColourDialog::tr("Yellow, orange, brown")},
        {QStringLiteral("brewer-ylorrd"), ColourDialog::tr("Yellow, orange, red")},
        {QStringLiteral("brewer-puor"), ColourDialog::tr("Orange or purple")},
        {QStringLiteral("brewer-brbg"), ColourDialog::tr("Blue-green or brown")},
        {QStringLiteral("brewer-prgn"), ColourDialog::tr("Green or purple")},
        {QStringLiteral("brewer-piyg"), ColourDialog::tr("Green or pink")},
        {QStringLiteral("brewer-rdbu"), ColourDialog::tr("Blue or red")},
        {QStringLiteral("brewer-rdylbu"), ColourDialog::tr("Blue, yellow or red")},
    };
    for (const auto &[known, title] : titles)
        if (known == name)
            return title;
    return name;
}

/// Colours side by side with a line around them, the same whether a row is selected or not.
class SwatchIcon : public QIconEngine
{
public:
    SwatchIcon(std::vector<QColor> colours, const QColor &line) : m_colours(std::move(colours)), m_line(line)
    {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode /*mode*/, QIcon::State /*state*/) override
    {
        painter->fillRect(rect, m_line);
        const QRect inside = rect.adjusted(1, 1, -1, -1);
        const auto count = static_cast<int>(m_colours.size());
        for (int i = 0; i < count; ++i) {
            const int left = inside.left() + inside.width() * i / count;
            const int right = inside.left() + inside.width() * (i + 1) / count;
            painter->fillRect(left, inside.top(), right - left, inside.height(),
                              m_colours[static_cast<size_t>(i)]);
        }
    }
    QIconEngine *clone() const override { return new SwatchIcon(*this); }

private:
    std::vector<QColor> m_colours;
    QColor m_line;
};

/// The groups of the list: which scales, under which heading.
struct Group
{
    ScaleFamily family;
    ScaleKind kind;
    QString heading;
};

std::vector<Group> groups()
{
    return {
        {ScaleFamily::Own, ScaleKind::Sequential, ColourDialog::tr("One hue, light to dark")},
        {ScaleFamily::Viridis, ScaleKind::Sequential, ColourDialog::tr("Even steps through several hues")},
        {ScaleFamily::ColorBrewer, ScaleKind::Sequential, ColourDialog::tr("ColorBrewer, light to dark")},
        {ScaleFamily::ColorBrewer, ScaleKind::Diverging,
         ColourDialog::tr("ColorBrewer, away from a middle in two hues")}};
}

} // namespace

QString colourScaleTitle(const QString &name)
{
    return name.startsWith(QLatin1String("brewer-"))
               ? ColourDialog::tr("%1 (ColorBrewer)", "hues").arg(huesOf(name))
               : huesOf(name);
}

ColourDialog::ColourDialog(const QString &current, int classCount, QWidget *parent)
    : ToolWindow(QStringLiteral("colourDialog"), tr("Colours of the map"), {620, 620}, parent),
      m_classCount(classCount),
      m_safeOnly(new QCheckBox(tr("Only those &safe for colour-blind readers"), this)),
      m_scales(new QTreeWidget(this))
{
    auto *label =
        new QLabel(tr("Sca&les made for %1 classes, least disengaged first:").arg(classCount), this);
    label->setBuddy(m_scales);
    m_safeOnly->setObjectName(QStringLiteral("safeOnly"));
    m_safeOnly->setToolTip(tr("All classes can be told apart with any kind of colour blindness"));
    m_scales->setObjectName(QStringLiteral("scales"));
    m_scales->setHeaderLabels({tr("Scale"), tr("Safe for colour-blind readers"), tr("Prints in grey")});
    m_scales->setIconSize(swatches);
    m_scales->setRootIsDecorated(false);
    m_scales->setItemsExpandable(false);
    m_scales->setIndentation(10);
    m_scales->header()->setStretchLastSection(false);
    m_scales->header()->setSectionResizeMode(Scale, QHeaderView::Stretch);
    m_scales->header()->setSectionResizeMode(Safe, QHeaderView::ResizeToContents);
    m_scales->header()->setSectionResizeMode(Grey, QHeaderView::ResizeToContents);
    auto *hint = new HintLabel(this);
    hint->setHint(
        tr("Safe: with any of the three kinds of colour blindness, each class can be told from every other. "
           "Prints in grey: each class is clearly darker than the one before."));
    auto *mixed = new HintLabel(this);
    mixed->setObjectName(QStringLiteral("mixed"));
    mixed->setVisible(!isDefinedFor(current, classCount));
    if (!isDefinedFor(current, classCount))
        mixed->setProblem(
            tr("The scale in use, %1, was not made for %2 classes: its colours are mixed from those "
               "for the nearest number. Those listed here need no mixing.")
                .arg(colourScaleTitle(current))
                .arg(classCount));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    auto *rows = new QVBoxLayout(this);
    rows->addWidget(mixed);
    rows->addWidget(label);
    rows->addWidget(m_scales, 1);
    rows->addWidget(m_safeOnly);
    rows->addWidget(hint);
    rows->addWidget(buttons);

    connect(m_safeOnly, &QCheckBox::toggled, this, [this] { fill(chosen()); });
    connect(m_scales, &QTreeWidget::itemActivated, this, [this] {
        if (!chosen().isEmpty()) // not a heading
            accept();
    });
    connect(m_scales, &QTreeWidget::currentItemChanged, this,
            [this, buttons] { buttons->button(QDialogButtonBox::Ok)->setEnabled(!chosen().isEmpty()); });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    fill(current);
    buttons->button(QDialogButtonBox::Ok)->setEnabled(!chosen().isEmpty());
    m_scales->setFocus();
}

void ColourDialog::fill(const QString &current)
{
    m_scales->clear();
    for (const Group &group : groups()) {
        auto *heading = new QTreeWidgetItem({group.heading});
        heading->setFlags(Qt::ItemIsEnabled);
        QFont bold = m_scales->font();
        bold.setBold(true);
        heading->setFont(Scale, bold);
        for (const ScaleAbout &scale : colourScales()) {
            if (scale.family != group.family || scale.kind != group.kind
                || !isDefinedFor(scale.name, m_classCount))
                continue;
            const std::vector<QColor> colours = colourScale(scale.name, m_classCount);
            const bool isSafe = isSafeForColourBlind(colours);
            if (m_safeOnly->isChecked() && !isSafe)
                continue;
            auto *item = new QTreeWidgetItem(heading, {huesOf(scale.name), isSafe ? tr("yes") : tr("no"),
                                                       printsInGrey(colours) ? tr("yes") : tr("no")});
            item->setData(Scale, nameRole, scale.name);
            item->setSizeHint(Scale, QSize(0, swatches.height() + 8));
            item->setIcon(Scale, QIcon(new SwatchIcon(
                                     colours, palette().color(QPalette::PlaceholderText)))); // it owns it
        }
        if (heading->childCount() == 0) {
            delete heading;
            continue;
        }
        m_scales->addTopLevelItem(heading);
        heading->setFirstColumnSpanned(true);
        heading->setExpanded(true);
        for (int i = 0; i < heading->childCount(); ++i)
            if (heading->child(i)->data(Scale, nameRole) == current)
                m_scales->setCurrentItem(heading->child(i));
    }
}

/// The list knows where its rows are by then.
void ColourDialog::showEvent(QShowEvent *event)
{
    ToolWindow::showEvent(event);
    if (const auto *item = m_scales->currentItem())
        m_scales->scrollToItem(item, QAbstractItemView::PositionAtCenter);
}

QString ColourDialog::chosen() const
{
    const QTreeWidgetItem *item = m_scales->currentItem();
    return item ? item->data(Scale, nameRole).toString() : QString();
}

std::optional<QString> askForColours(const QString &current, int classCount, QWidget *parent)
{
    ColourDialog dialog(current, classCount, parent);
    if (dialog.exec() != QDialog::Accepted || dialog.chosen().isEmpty())
        return {};
    return dialog.chosen();
}

} // namespace atlas
