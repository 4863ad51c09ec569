#pragma once

#include "app/map/map_widget.h"
#include "app/widgets/copied_data.h"
#include "core/common/result.h"
#include "core/render/theme.h"

namespace atlas {

class Document;

/// The map of a document, in the theme in use.
class AtlasMap : public MapWidget
{
    Q_OBJECT

public:
    /// `areas` are positions in the document's data.
    AtlasMap(const Document &document, SelectedAreas &areas, QWidget *parent = nullptr);

    /// The map as it stands, to be copied.
    Result<Copyable> copyable() const;

private:
    void takeScene();

    const Document &m_document;
};

} // namespace atlas
