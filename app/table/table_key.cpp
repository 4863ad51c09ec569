#include "app/table/table_key.h"

#include "app/state/document.h"
#include "app/table/area_table_model.h"
#include "app/table/area_table_view.h"
#include "app/table/key_swatch.h"
#include "app/widgets/data_text.h"
#include "core/render/cell_colours.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

#include <utility>

namespace atlas {

TableKey::TableKey(const Document &document, AreaTableView &table, QWidget *parent)
    : QWidget(parent), m_document(document), m_table(table), m_count(new QLabel), m_row(new QHBoxLayout(this))
{
    setAccessibleName(tr("Key to the table"));
    m_count->setObjectName(QStringLiteral("areaCount"));
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(2);
    m_row->addWidget(m_count);
    m_row->addSpacing(fontMetrics().averageCharWidth());
    m_row->addStretch();
    document.onChange(Change::Result | Change::Shown | Change::Looks, this, [this] { build(); });
    connect(&table, &AreaTableView::filtered, this, &TableKey::refresh);
    build();
}

/// Makes a swatch for each class, should there be others now.
void TableKey::build()
{
    const Snapshot &now = m_document.now();
    const int classCount = now.choices().scheme.classCount;
    if (m_swatches.size() != classCount + 1) {
        qDeleteAll(m_swatches);
        m_swatches.clear();
        for (int place = 0; place <= classCount; ++place) {
            auto *swatch = new KeySwatch(place < classCount ? place + 1 : 0);
            m_row->insertWidget(place + 2, swatch);
            connect(swatch, &KeySwatch::clicked, this,
                    [this, swatch](bool isOn) { toggle(swatch->classNumber(), isOn); });
            connect(swatch, &KeySwatch::stepAsked, this, [this, place](int by) { step(place, by); });
            swatch->setFocusPolicy(place == 0 ? Qt::StrongFocus : Qt::ClickFocus);
            m_swatches << swatch;
        }
    }
    refresh();
}

void TableKey::refresh()
{
    const Snapshot &now = m_document.now();
    const int classCount = now.choices().scheme.classCount;
    if (m_swatches.size() != classCount + 1)
        return; // about to be made anew
    const std::vector<QColor> colours =
        now.dataset() ? cellColours(now.looks(), *now.dataset(), classCount) : safeColours(classCount);
    for (KeySwatch *swatch : std::as_const(m_swatches)) {
        const int number = swatch->classNumber();
        swatch->setText(number == 0            ? tr("missing")
                        : number == 1          ? tr("least")
                        : number == classCount ? tr("most")
                                               : QString());
        swatch->setFormat(cellFormat(number, colours));
        const QString what = number == 0
                                 ? tr("Areas with a value of the index missing")
                                 : tr("%1: %2", "variable on the map, class")
                                       .arg(now.shown().name, classText(number, now.choices().scheme));
        swatch->setAccessibleName(what);
        swatch->setToolTip(plainToolTip(tr("%1. Click to show only these areas").arg(what)));
        swatch->setChecked(m_table.filter().classes.contains(number));
        swatch->setVisible(now.dataset()
                           && (number > 0 || swatch->isChecked() || m_table.areaModel().hasGaps()));
    }
    showCount();
}

void TableKey::showCount()
{
    const auto all = m_table.areaModel().rowCount();
    const auto shown = m_table.model()->rowCount();
    QFont bold = font();
    bold.setBold(true);
    m_count->setFont(bold);
    m_count->setText(all == 0       ? QString()
                     : shown == all ? tr("%n area(s)", nullptr, all)
                                    : tr("%L1 of %n area(s)", nullptr, all).arg(shown));
}

void TableKey::toggle(int classNumber, bool shows)
{
    TableFilter filter = m_table.filter();
    if (shows)
        filter.classes.insert(classNumber);
    else
        filter.classes.erase(classNumber);
    m_table.setFilter(filter);
}

void TableKey::step(qsizetype from, int by)
{
    const qsizetype to = from + by;
    if (to >= 0 && to < m_swatches.size() && !m_swatches[to]->isHidden())
        m_swatches[to]->setFocus(Qt::OtherFocusReason);
}

void TableKey::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        showCount();
}

} // namespace atlas
