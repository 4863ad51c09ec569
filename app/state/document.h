#pragma once

#include "core/snapshot/snapshot.h"

#include <QObject>

#include <memory>
#include <utility>

namespace atlas {

/// The open data and the choices made for them. Publishes a series of immutable snapshots; each change is
/// announced once, when everything that follows from it is ready.
class Document : public QObject
{
    Q_OBJECT

public:
    explicit Document(QObject *parent = nullptr);

    const Snapshot &now() const { return *m_now; }
    /// The same, to keep. Never null.
    const std::shared_ptr<const Snapshot> &snapshot() const { return m_now; }

    /// Shows other data, with choices made for them.
    void open(std::shared_ptr<const Dataset> dataset, std::shared_ptr<const MapShapes> shapes,
              const Choices &choices, const Looks &looks);
    /// Shows other data with the present choices, except tried values and anything about indicators, nodes
    /// and areas that these data lack. Makes the shapes if none are given.
    void open(const std::shared_ptr<const Dataset> &dataset, std::shared_ptr<const MapShapes> shapes);
    void open(const std::shared_ptr<const Dataset> &dataset);
    void setChoices(const Choices &choices);
    void setLooks(const Looks &looks);
    /// Sets both in one step, so that nobody sees one without the other.
    void set(const Choices &choices, const Looks &looks);
    /// Sets draws of the present result and its classes; they go when these are replaced.
    void setUncertainty(std::shared_ptr<const RankUncertainty> uncertainty);
    /// Likewise for draws of the result's rounding.
    void setRoundingDraws(std::shared_ptr<const Result<RoundingDraws>> draws);

    /// Calls `slot` whenever any of these has changed, for as long as `context` exists.
    template <typename Slot>
    QMetaObject::Connection onChange(Changes what, const QObject *context, Slot slot) const
    {
        return connect(this, &Document::changed, context, [what, slot = std::move(slot)](Changes changes) {
            if (changes & what)
                slot();
        });
    }

signals:
    void changed(atlas::Changes what);

private:
    void publish(Snapshot next);

    std::shared_ptr<const Snapshot> m_now = std::make_shared<const Snapshot>();
};

} // namespace atlas
