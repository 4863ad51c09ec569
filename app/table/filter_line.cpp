#include "app/table/filter_line.h"

#include "app/state/document.h"
#include "app/table/area_table_model.h"
#include "app/table/area_table_view.h"
#include "app/widgets/data_text.h"
#include "core/common/number_text.h"
#include "core/render/cell_format.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <cmath>

#include <utility>

namespace atlas {

namespace {

constexpr int mostLetters = 34;
constexpr int leastLetters = 8;

QString spanText(const NumberSpan &span, const QLocale &locale)
{
    const auto number = [&locale](double value) {
        return locale.toString(value, 'f', QLocale::FloatingPointShortest);
    };
    if (std::isinf(span.from))
        return FilterLine::tr("up to %1").arg(number(span.to));
    if (std::isinf(span.to))
        return FilterLine::tr("from %1").arg(number(span.from));
    return FilterLine::tr("%1 to %2", "numbers").arg(number(span.from), number(span.to));
}

} // namespace

FilterLine::FilterLine(const Document &document, AreaTableView &table, QWidget *parent)
    : QWidget(parent), m_document(document), m_table(table), m_row(new QHBoxLayout(this))
{
    setAccessibleName(tr("Filters of the table"));
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(4);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // many filters do not widen the table
    auto *label = new QLabel(tr("Only"));
    m_row->addWidget(label);
    m_row->addStretch();
    auto *all = new QPushButton(tr("Show all areas"));
    all->setObjectName(QStringLiteral("showAllAreas"));
    all->setToolTip(tr("Remove all filters"));
    all->setAutoDefault(false);
    connect(all, &QPushButton::clicked, this, [this] { m_table.setFilter({}); });
    m_row->addWidget(all);
    document.onChange(Change::Shown, this, [this] { refresh(); });
    connect(&table, &AreaTableView::filtered, this, &FilterLine::refresh);
    refresh();
}

void FilterLine::refresh()
{
    for (QPushButton *part : std::as_const(m_parts))
        part->deleteLater(); // one of them may be what has been pressed
    for (QPushButton *part : std::as_const(m_parts))
        part->hide();
    m_parts.clear();
    const TableFilter &filter = m_table.filter();
    setVisible(!filter.isEmpty());
    if (filter.isEmpty())
        return;
    addClasses();
    addSpans();
    TableFilter without = filter;
    if (filter.areas) {
        without.areas.reset();
        add(tr("%n chosen area(s)", nullptr, static_cast<int>(filter.areas->size())), without);
    }
    without = filter;
    without.name.clear();
    if (!filter.name.isEmpty())
        add(tr("names with \u201c%1\u201d").arg(filter.name.simplified()), without);
}

void FilterLine::addClasses()
{
    const TableFilter &filter = m_table.filter();
    if (filter.classes.empty())
        return;
    const Snapshot &now = m_document.now();
    QStringList classes;
    for (const int number : filter.classes)
        if (number > 0)
            classes << classMark(number, now.choices().scheme);
    QStringList parts;
    if (!classes.isEmpty())
        parts << tr("%1: %2", "variable on the map, classes")
                     .arg(now.shown().name, classes.join(QStringLiteral(", ")));
    if (filter.classes.contains(0))
        parts << tr("a value missing");
    TableFilter without = filter;
    without.classes.clear();
    add(parts.join(tr(" or ", "between classes and missing")), without);
}

void FilterLine::addSpans()
{
    const AreaTableModel &model = m_table.areaModel();
    for (const auto &[code, span] : m_table.filter().spans) {
        const int column = model.findColumn(code);
        TableFilter without = m_table.filter();
        without.spans.erase(code);
        if (column >= 0)
            add(tr("%1 %2", "column, numbers")
                    .arg(model.headerData(column, Qt::Horizontal).toString(), spanText(span, model.locale())),
                without);
    }
}

void FilterLine::add(const QString &what, const TableFilter &without)
{
    const QString words =
        fontMetrics().elidedText(what, Qt::ElideRight, mostLetters * fontMetrics().averageCharWidth());
    auto *part = new QPushButton(withoutKeys(words) + QStringLiteral("  \u00d7"));
    part->setAutoDefault(false);
    part->setMinimumWidth(leastLetters * fontMetrics().averageCharWidth());
    part->setAccessibleName(tr("Filter: %1. Press to remove it").arg(what));
    part->setToolTip(plainToolTip(tr("%1. Click to remove this filter").arg(what)));
    connect(part, &QPushButton::clicked, this, [this, without] { m_table.setFilter(without); });
    m_row->insertWidget(1 + static_cast<int>(m_parts.size()), part);
    part->show(); // at once, and not when the layout comes to it
    m_parts << part;
}

} // namespace atlas
