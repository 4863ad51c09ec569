#pragma once

#include "core/common/key_columns.h"

#include <functional>
#include <vector>

class OGRFeature;
class OGRLayer;

namespace atlas {

/// The attribute fields of a layer as text without spaces around it. Texts and whole numbers are kept while
/// the features are read. Other fields are hardly ever codes or names and take long to read, so the layer is
/// told to leave them out, and one is read in a run of its own when it is asked for.
class LayerFields
{
public:
    /// Whether the shapes of features will be read beside their fields.
    enum class Shapes { Read, LeftOut };

    /// Keep the layer alive; call this before its features are read.
    explicit LayerFields(OGRLayer &layer, Shapes shapes = Shapes::Read);

    /// From now on the number that the file gives each feature beside its fields is one of them, named "id".
    /// To be called before the first is added.
    void addNumbers();

    bool isEmpty() const { return m_columns.empty(); }
    QStringList names() const;
    /// Position of the field with this name, case ignored; -1 when there is none.
    int find(const QString &name) const;

    /// Call once for each feature, in order.
    void add(const OGRFeature &feature);
    /// Call when all are added: numbers that only count the features are dropped.
    void finish();

    /// As guessCodeColumn() and guessNameColumn() say, of all fields. Only when all features are added.
    int guessCodeField();
    int guessNameField(int codeField);

    /// The fields that are kept, with their values.
    std::vector<KeyColumn> kept() const;

    /// The values of a field, one for each feature. Only when all features are added.
    const QStringList &values(int field);

    /// False when a text was not UTF-8, and was taken for Windows-1252.
    bool isUtf8() const { return m_isUtf8; }

private:
    enum class State { Kept, LeftOut };

    QString text(const OGRFeature &feature, size_t field);
    int guess(const std::function<int(const std::vector<KeyColumn> &)> &guessColumn);
    void readLeftOut(size_t field);

    OGRLayer &m_layer;
    std::vector<KeyColumn> m_columns;
    std::vector<State> m_states;
    qsizetype m_count = 0;
    qsizetype m_numbers = -1;          ///< position of the column of features' numbers; -1 when there is none
    bool m_areNumbersTheirOwn = false; ///< they are not just counted from 0
    bool m_isUtf8 = true;
};

} // namespace atlas
