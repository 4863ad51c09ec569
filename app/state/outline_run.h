#pragma once

#include "app/state/background_run.h"
#include "core/boundaries/boundary_set.h"
#include "core/common/issue.h"

#include <QObject>

#include <memory>

namespace atlas {

class Document;

/// Looks in the background for flaws in the outlines of large boundaries, which would hold up their loading.
class OutlineRun : public QObject
{
    Q_OBJECT

public:
    explicit OutlineRun(const Document &document, QObject *parent = nullptr);

    /// What there is to say of the boundaries on show; empty until it is known.
    const Issues &issues() const { return m_issues; }

signals:
    void found(); ///< issues() has more

private:
    void look();

    const Document &m_document;
    std::shared_ptr<const BoundarySet> m_looked; ///< at these, or they are being looked at
    Issues m_issues;
    BackgroundRun m_run;
};

} // namespace atlas
