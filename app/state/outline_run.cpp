#include "app/state/outline_run.h"

#include "app/state/document.h"
#include "core/boundaries/outline_check.h"

namespace atlas {

OutlineRun::OutlineRun(const Document &document, QObject *parent) : QObject(parent), m_document(document)
{
    document.onChange(Change::Data, this, [this] { look(); });
}

void OutlineRun::look()
{
    const auto &boundaries = m_document.now().dataset()->boundaries;
    if (boundaries == m_looked)
        return;
    m_run.cancel();
    m_looked = boundaries;
    m_issues.clear();
    if (boundaries->points.size() <= mostPointsChecked)
        return;
    m_run.start([boundaries](Progress &progress) { return flawedAreas(*boundaries, progress); },
                [this, boundaries](const std::vector<size_t> &areas) {
                    if (auto remark = outlineRemark(areas, *boundaries)) {
                        m_issues.push_back(*std::move(remark));
                        emit found();
                    }
                });
}

} // namespace atlas
