#pragma once

#include "core/snapshot/snapshot.h"

#include <QObject>

#include <memory>
#include <utility>

namespace atlas {

/// The data that are open and the choices made for them. Publishes one immutable snapshot after another;
/// each change is told once, when all that follows from it is there.
class Document : public QObject
{
    Q_OBJECT

public:
    explicit Document(QObject *parent = nullptr);

    const Snapshot &now() const { return *m_now; }
    /// The same for whoever keeps it. Never null.
    const std::shared_ptr<const Snapshot> &snapshot() const { return m_now; }

    /// Shows other data, with choices of theirs.
    void open(std::shared_ptr<const Dataset> dataset, std::shared_ptr<const MapShapes> shapes,
              const Choices &choices, const Looks &looks);
    /// The same with the present choices, but for what they say of indicators, nodes and areas that these
    /// data have not, and of values tried. Without shapes, makes them.
    void open(const std::shared_ptr<const Dataset> &dataset, std::shared_ptr<const MapShapes> shapes);
    void open(const std::shared_ptr<const Dataset> &dataset);
    void setChoices(const Choices &choices);
    void setLooks(const Looks &looks);
    /// Both in one step, so that nobody sees one without the other.
    void set(const Choices &choices, const Looks &looks);
    /// Draws of the present result and its classes; they go when others take their place.
    void setUncertainty(std::shared_ptr<const RankUncertainty> uncertainty);
    /// The same for draws of its rounding.
    void setRoundingDraws(std::shared_ptr<const Result<RoundingDraws>> draws);

    /// Has `slot` called when any of these has changed, as long as there is `context`.
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
