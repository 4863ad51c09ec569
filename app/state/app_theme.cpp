#include "app/state/app_theme.h"

#include <QApplication>
#include <QIcon>
#include <QPainter>
#include <QPalette>
#include <QProxyStyle>
#include <QStyleFactory>
#include <QStyleHints>
#include <QStyleOption>

namespace atlas {

namespace {

struct Colours
{
    QColor window;
    QColor base;
    QColor raised;
    QColor ink;
    QColor faint;
    QColor line;
    QColor accent;
    QColor link;
};

Colours coloursOf(Theme theme)
{
    if (theme == Theme::Dark)
        return {.window = QColor(0x26, 0x25, 0x2d),
                .base = QColor(0x1e, 0x1d, 0x24),
                .raised = QColor(0x35, 0x33, 0x3f),
                .ink = QColor(0xf2, 0xf0, 0xf6),
                .faint = QColor(0xa9, 0xa5, 0xb5),
                .line = QColor(0x4b, 0x48, 0x57),
                .accent = QColor(0x7c, 0x52, 0xae),
                .link = QColor(0xc4, 0xa6, 0xf0)};
    return {.window = QColor(0xf5, 0xf4, 0xf8),
            .base = QColor(0xff, 0xff, 0xff),
            .raised = QColor(0xec, 0xea, 0xf1),
            .ink = QColor(0x21, 0x1b, 0x2b),
            .faint = QColor(0x66, 0x60, 0x73),
            .line = QColor(0xcf, 0xca, 0xd8),
            .accent = QColor(0x5f, 0x37, 0x94),
            .link = QColor(0x5f, 0x37, 0x94)};
}

QPalette paletteOf(const Colours &c)
{
    QPalette palette(c.ink, c.raised, c.raised.lighter(110), c.line, c.line, c.ink, c.ink, c.base, c.window);
    palette.setColor(QPalette::AlternateBase, c.window);
    palette.setColor(QPalette::Highlight, c.accent);
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, c.link);
    palette.setColor(QPalette::LinkVisited, c.link);
    palette.setColor(QPalette::PlaceholderText, c.faint);
    palette.setColor(QPalette::ToolTipBase, c.base);
    palette.setColor(QPalette::ToolTipText, c.ink);
    palette.setColor(QPalette::BrightText, c.ink);
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, c.faint);
    return palette;
}

/// Fusion, with boxes, fields and buttons, round ones too, edged in the colour of faint text: its own edges
/// are lost on dark themes, and the law requires a contrast of 3:1. Text too long for a closed box ends in
/// "…".
class OutlinedStyle : public QProxyStyle
{
public:
    OutlinedStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *returned) const override
    {
        if (hint == SH_DialogButtonBox_ButtonsHaveIcons)
            return 0; // only some of them would have one
        return QProxyStyle::styleHint(hint, option, widget, returned);
    }

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override
    {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        if (element == PE_IndicatorCheckBox || element == PE_IndicatorItemViewItemCheck
            || element == PE_FrameLineEdit || element == PE_PanelButtonCommand)
            outline(*option, painter);
        constexpr double asRound = 0.5; // of its size
        if (element == PE_IndicatorRadioButton)
            outline(*option, painter, asRound * option->rect.height());
    }

    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override
    {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        if (control == CC_SpinBox || control == CC_ComboBox)
            outline(*option, painter);
    }

    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override
    {
        const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option);
        if (element == CE_TabBarTabShape) {
            QProxyStyle::drawControl(element, option, painter, widget);
            markFocus(*option, painter);
            return;
        }
        if (element != CE_ComboBoxLabel || !box) {
            QProxyStyle::drawControl(element, option, painter, widget);
            return;
        }
        QStyleOptionComboBox elided = *box;
        const QRect field = subControlRect(CC_ComboBox, box, SC_ComboBoxEditField, widget);
        constexpr int margins = 2;
        elided.currentText =
            box->fontMetrics.elidedText(box->currentText, Qt::ElideRight, field.width() - margins);
        QProxyStyle::drawControl(element, &elided, painter, widget);
    }

private:
    /// Inside a tab, whose edges belong to its neighbours too.
    static void markFocus(const QStyleOption &option, QPainter *painter)
    {
        constexpr int inside = 3;
        QStyleOption label = option;
        label.rect = option.rect.adjusted(inside, inside, -inside, -inside);
        if (option.state & State_HasFocus)
            outline(label, painter);
    }

    /// Marks the focus in the colour of links.
    static void outline(const QStyleOption &option, QPainter *painter, double radius = 2)
    {
        const bool focused = (option.state & State_HasFocus) != 0;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(option.palette.color(focused ? QPalette::Link : QPalette::PlaceholderText), 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
        painter->restore();
    }
};

} // namespace

Theme resolveTheme(ThemeChoice choice)
{
#if QT_VERSION < QT_VERSION_CHECK(6, 5, 0)
    // At the first call, our palette is not yet set, so this is the desktop's own.
    static const bool dark = QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
#else
    const bool dark = QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
#endif
    if (choice == ThemeChoice::System)
        return dark ? Theme::Dark : Theme::Light;
    return choice == ThemeChoice::Dark ? Theme::Dark : Theme::Light;
}

Theme themeOf(const QPalette &palette)
{
    const bool isDark =
        palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
    return isDark ? Theme::Dark : Theme::Light;
}

void applyTheme(Theme theme)
{
    QIcon::setThemeName(theme == Theme::Dark ? QStringLiteral("atlas-dark") : QStringLiteral("atlas-light"));
    QApplication::setPalette(paletteOf(coloursOf(theme)));
}

// The application owns its style, which the analyser does not know.
// NOLINTBEGIN(clang-analyzer-cplusplus.NewDeleteLeaks)
void applyStyle()
{
    QApplication::setStyle(new OutlinedStyle);
    if (const QString family = preferredFamily(); !family.isEmpty()) {
        QFont font = QApplication::font();
        font.setFamily(family);
        QApplication::setFont(font);
    }
}
// NOLINTEND(clang-analyzer-cplusplus.NewDeleteLeaks)

} // namespace atlas
