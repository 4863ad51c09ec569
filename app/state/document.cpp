#include "app/state/document.h"

#include <utility>

namespace atlas {

Document::Document(QObject *parent) : QObject(parent) {}

void Document::publish(Snapshot next)
{
    const Changes changes = changesBetween(*m_now, next);
    if (!changes && next.choices() == m_now->choices())
        return;
    m_now = std::make_shared<const Snapshot>(std::move(next));
    emit changed(changes);
}

void Document::open(std::shared_ptr<const Dataset> dataset, std::shared_ptr<const MapShapes> shapes,
                    const Choices &choices, const Looks &looks)
{
    publish(Snapshot(std::move(dataset), std::move(shapes), choices, looks));
}

void Document::open(const std::shared_ptr<const Dataset> &dataset, std::shared_ptr<const MapShapes> shapes)
{
    Choices choices = m_now->choices();
    choices.tried.clear();
    open(dataset, std::move(shapes), withoutUnknown(std::move(choices), *dataset), m_now->looks());
}

void Document::open(const std::shared_ptr<const Dataset> &dataset)
{
    open(dataset, std::make_shared<const MapShapes>(dataset->boundaries));
}

void Document::setChoices(const Choices &choices)
{
    publish(m_now->with(choices));
}

void Document::setLooks(const Looks &looks)
{
    publish(m_now->with(looks));
}

void Document::set(const Choices &choices, const Looks &looks)
{
    publish(m_now->with(choices).with(looks));
}

void Document::setUncertainty(std::shared_ptr<const RankUncertainty> uncertainty)
{
    publish(m_now->withUncertainty(std::move(uncertainty)));
}

void Document::setRoundingDraws(std::shared_ptr<const Result<RoundingDraws>> draws)
{
    publish(m_now->withRoundingDraws(std::move(draws)));
}

} // namespace atlas
