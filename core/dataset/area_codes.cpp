#include "core/dataset/area_codes.h"

#include "core/common/code_text.h"

#include <QCoreApplication>

#include <utility>

namespace atlas {

AreaCode AreaCodes::take(const AreaCode &code, const QString &name)
{
    const bool hasCode = !code.isEmpty() && (name.isEmpty() || !isPlaceholderCode(code.text));
    const QString given = hasCode ? code.text : name;
    const QString wanted =
        given.isEmpty() ? QCoreApplication::translate("LoadDataset", "area without a name") : given;
    if (add(wanted))
        return {wanted};
    QString own;
    do
        own = QStringLiteral("%1 (%2)").arg(wanted, QString::number(++m_uses[wanted] + 1));
    while (!add(own));
    return {own};
}

/// False when it is taken. A code greater than all before it cannot be.
bool AreaCodes::add(const QString &code)
{
    if (m_areRising && (m_areas.empty() || m_areas.back().code.text < code))
        return true;
    if (std::exchange(m_areRising, false)) {
        m_taken.reserve(static_cast<qsizetype>(m_areas.capacity()));
        for (const Area &area : m_areas)
            m_taken.insert(area.code.text);
    }
    const qsizetype before = m_taken.size();
    m_taken.insert(code);
    return m_taken.size() > before;
}

} // namespace atlas
