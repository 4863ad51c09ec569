#include "app/panels/find_box.h"

#include "app/state/document.h"
#include "core/indicators/name_matching.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QStringListModel>

#include <algorithm>

namespace atlas {

FindBox::FindBox(const Document &document, QWidget *parent)
    : QLineEdit(parent), m_document(document), m_names(new QStringListModel(this)),
      m_completer(new QCompleter(this))
{
    setObjectName(QStringLiteral("find"));
    setPlaceholderText(tr("Find area"));
    setAccessibleName(tr("Find area"));
    setToolTip(tr("Type part of an area's name, its code or its number (Ctrl+F)"));
    setClearButtonEnabled(true);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->setFilterMode(Qt::MatchContains);
    m_completer->setModel(m_names);
    setCompleter(m_completer);
    connect(this, &QLineEdit::returnPressed, this, [this] { choose(text()); });
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &FindBox::choose);
    document.onChange(Change::Data, this, [this] {
        m_isOutdated = true;
        if (hasFocus())
            rebuild();
    });
}

/// Tens of thousands of names take a while to sort, so they wait until somebody wants to type one.
void FindBox::focusInEvent(QFocusEvent *event)
{
    if (m_isOutdated && m_document.now().dataset())
        rebuild();
    QLineEdit::focusInEvent(event);
}

void FindBox::rebuild()
{
    m_isOutdated = false;
    QStringList names;
    for (const Area &area : m_document.now().dataset()->areas)
        names << area.name;
    names.sort(Qt::CaseInsensitive);
    m_names->setStringList(names);
}

void FindBox::choose(const QString &text)
{
    const QString wanted = foldName(text);
    if (wanted.isEmpty() || !m_document.now().dataset())
        return;
    const std::vector<Area> &areas = m_document.now().dataset()->areas;
    const auto first = [&areas](const auto &matches) {
        return static_cast<size_t>(std::find_if(areas.begin(), areas.end(), matches) - areas.begin());
    };
    size_t found = first([&](const Area &area) {
        return foldName(area.name) == wanted || foldName(area.code.text) == wanted
               || (area.mapNumber > 0 && QString::number(area.mapNumber) == wanted);
    });
    if (found == areas.size())
        found = first([&](const Area &area) { return foldName(area.name).contains(wanted); });
    if (found == areas.size())
        emit nothingFound(text);
    else
        emit areaChosen(found);
}

} // namespace atlas
