#include "core/boundaries/layer_fields.h"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <memory>

namespace atlas {

namespace {

bool isKeptAtOnce(OGRFieldType type)
{
    return type == OFTString || type == OFTInteger || type == OFTInteger64;
}

/// GDAL promises UTF-8, but hands on the bytes of a file that does not say how it is encoded.
QString decoded(const char *bytes, bool &isUtf8)
{
    const QByteArrayView view(bytes);
    if (view.isValidUtf8())
        return QString::fromUtf8(view);
    isUtf8 = false;
    const std::unique_ptr<char, decltype(&CPLFree)> recoded(CPLRecode(bytes, "CP1252", CPL_ENC_UTF8),
                                                            &CPLFree);
    return QString::fromUtf8(recoded.get());
}

} // namespace

LayerFields::LayerFields(OGRLayer &layer, Shapes shapes) : m_layer(layer)
{
    const OGRFeatureDefn &definition = *layer.GetLayerDefn();
    CPLStringList leftOut;
    for (int i = 0; i < definition.GetFieldCount(); ++i) {
        const OGRFieldDefn &field = *definition.GetFieldDefn(i);
        m_columns.push_back({QString::fromUtf8(field.GetNameRef()), {}});
        m_states.push_back(isKeptAtOnce(field.GetType()) ? State::Kept : State::LeftOut);
        if (m_states.back() == State::LeftOut)
            leftOut.AddString(field.GetNameRef());
    }
    if (shapes == Shapes::LeftOut)
        leftOut.AddString("OGR_GEOMETRY");
    layer.SetIgnoredFields(const_cast<const char **>(leftOut.List()));
    const GIntBig expected = std::clamp<GIntBig>(layer.GetFeatureCount(), 0, 1 << 20);
    for (size_t i = 0; i < m_columns.size(); ++i)
        if (m_states[i] == State::Kept)
            m_columns[i].values.reserve(static_cast<qsizetype>(expected));
}

QStringList LayerFields::names() const
{
    QStringList names;
    for (const KeyColumn &column : m_columns)
        names << column.name;
    return names;
}

int LayerFields::find(const QString &name) const
{
    for (size_t i = 0; i < m_columns.size(); ++i)
        if (m_columns[i].name.compare(name, Qt::CaseInsensitive) == 0)
            return static_cast<int>(i);
    return -1;
}

void LayerFields::add(const OGRFeature &feature)
{
    if (m_numbers >= 0) {
        m_areNumbersTheirOwn = m_areNumbersTheirOwn || feature.GetFID() != m_count;
        m_columns[static_cast<size_t>(m_numbers)].values << QString::number(feature.GetFID());
    }
    ++m_count;
    for (size_t i = 0; i < m_columns.size(); ++i)
        if (m_states[i] == State::Kept && static_cast<qsizetype>(i) != m_numbers)
            m_columns[i].values << text(feature, i);
}

void LayerFields::addNumbers()
{
    if (find(QStringLiteral("id")) >= 0)
        return;
    m_numbers = static_cast<qsizetype>(m_columns.size());
    m_columns.push_back({QStringLiteral("id"), {}});
    m_states.push_back(State::Kept);
}

void LayerFields::finish()
{
    if (m_numbers < 0 || m_areNumbersTheirOwn)
        return;
    m_columns.pop_back();
    m_states.pop_back();
    m_numbers = -1;
}

std::vector<KeyColumn> LayerFields::kept() const
{
    std::vector<KeyColumn> columns;
    for (size_t i = 0; i < m_columns.size(); ++i)
        if (m_states[i] == State::Kept)
            columns.push_back(m_columns[i]);
    return columns;
}

QString LayerFields::text(const OGRFeature &feature, size_t field)
{
    const auto index = static_cast<int>(field);
    if (!feature.IsFieldSetAndNotNull(index))
        return {};
    const OGRFieldType type = feature.GetFieldDefnRef(index)->GetType();
    if (type == OFTInteger || type == OFTInteger64)
        return QString::number(feature.GetFieldAsInteger64(index));
    constexpr qsizetype longest = 4000; // of a code or a name that a person could use
    return decoded(feature.GetFieldAsString(index), m_isUtf8).trimmed().left(longest);
}

int LayerFields::guessCodeField()
{
    return guess(&guessCodeColumn);
}

int LayerFields::guessNameField(int codeField)
{
    return guess(
        [codeField](const std::vector<KeyColumn> &columns) { return guessNameColumn(columns, codeField); });
}

int LayerFields::guess(const std::function<int(const std::vector<KeyColumn> &)> &guessColumn)
{
    // To the guess, a field without values has no two that are equal, so it may well choose one that was
    // left out. With its values there, the guess is the same as if they had always been.
    for (;;) {
        const int field = guessColumn(m_columns);
        if (field < 0 || m_states[static_cast<size_t>(field)] == State::Kept)
            return field;
        readLeftOut(static_cast<size_t>(field));
    }
}

const QStringList &LayerFields::values(int field)
{
    const auto index = static_cast<size_t>(field);
    if (m_states[index] == State::LeftOut)
        readLeftOut(index);
    return m_columns[index].values;
}

void LayerFields::readLeftOut(size_t field)
{
    const OGRFeatureDefn &definition = *m_layer.GetLayerDefn();
    CPLStringList others;
    others.AddString("OGR_GEOMETRY");
    for (int i = 0; i < definition.GetFieldCount(); ++i)
        if (static_cast<size_t>(i) != field)
            others.AddString(definition.GetFieldDefn(i)->GetNameRef());
    m_layer.SetIgnoredFields(const_cast<const char **>(others.List()));
    QStringList &values = m_columns[field].values;
    for (const auto &feature : m_layer)
        values << text(*feature, field);
    values.resize(m_count);
    m_states[field] = State::Kept;
}

} // namespace atlas
