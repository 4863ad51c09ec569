#include "app/map/atlas_map.h"

#include "app/map/map_copy.h"
#include "app/state/app_theme.h"
#include "app/state/document.h"
#include "app/state/selection.h"
#include "app/widgets/area_summary.h"
#include "app/widgets/copying.h"

namespace atlas {

AtlasMap::AtlasMap(const Document &document, SelectedAreas &areas, QWidget *parent)
    : MapWidget(areas, parent), m_document(document)
{
    setAreaText([this](size_t area) { return areaText(m_document.now(), area, locale()); });
    document.onChange(Change::Result | Change::Shown | Change::Looks | Change::Draws, this,
                      [this] { takeScene(); });
    connect(this, &MapView::sceneOutdated, this, &AtlasMap::takeScene);
    new Copying(*this, [this] { return copyable(); }); // owned by this
    takeScene();
}

void AtlasMap::takeScene()
{
    const Snapshot &now = m_document.now();
    setEmptyText(now.dataset() ? tr("These figures were opened without boundaries, so there is no map")
                               : tr("Open boundaries and figures to see a map"));
    if (now.dataset() && now.dataset()->hasMap())
        setScene(std::make_shared<const MapScene>(now.scene(themeOf(palette()), locale())));
    else
        setScene(nullptr);
}

Result<Copyable> AtlasMap::copyable() const
{
    const Snapshot &now = m_document.now();
    if (!scene())
        return Error{tr("There is no map to copy."), {}};
    return copyableMap(now, viewport(), areas().areas(), locale());
}

} // namespace atlas
