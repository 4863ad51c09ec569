#include "app/widgets/copied_data.h"

#include "app/widgets/text.h"
#include "core/tables/tabbed_text.h"

#include <QFuture>
#include <QtConcurrentRun>

#include <algorithm>

namespace atlas {

namespace {

const QString plainFormat = QStringLiteral("text/plain");
const QString tabbedFormat = QStringLiteral("text/tab-separated-values");
const QString htmlFormat = QStringLiteral("text/html");
const QString imageFormat = QStringLiteral("application/x-qt-image"); // Qt makes PNG and others of it
const QString svgFormat = QStringLiteral("image/svg+xml");

/// Tables of so many rows are no matter of a moment.
constexpr size_t manyRows = 2000;

void addTable(CopiedData &data, const std::shared_ptr<const TableSheet> &sheet)
{
    const auto make = [sheet] { return QVariant(htmlDocument(sheet->title, htmlOf(*sheet))); };
    if (sheet->table.rowCount() < manyRows)
        data.add(htmlFormat, make);
    else
        data.addEarly(htmlFormat, make);
}

void addValues(CopiedData &data, const std::shared_ptr<const TableSheet> &sheet)
{
    data.add(plainFormat, [sheet] { return QVariant(tabbedText(sheet->table, sheet->locale)); });
    data.add(tabbedFormat, [sheet] { return QVariant(tabbedText(sheet->table, sheet->locale).toUtf8()); });
}

QVariant imageOf(const Picture &picture)
{
    const QImage image = renderImage(picture);
    return image.isNull() ? QVariant() : QVariant(image);
}

QVariant svgOf(const Picture &picture)
{
    const auto svg = renderPicture(picture, PictureFormat::Svg);
    return svg ? QVariant(*svg) : QVariant();
}

/// A picture that cannot wait is drawn now.
void addForm(CopiedData &data, const QString &format, const std::function<QVariant()> &draw, bool isLater)
{
    if (isLater)
        data.add(format, draw);
    else
        data.add(format, [drawn = draw()] { return drawn; });
}

void addPictures(CopiedData &data, const Picture &picture, CopyAs as, bool isLater)
{
    if (as != CopyAs::Drawing)
        addForm(
            data, imageFormat, [picture] { return imageOf(picture); }, isLater);
    if (as != CopyAs::Picture)
        addForm(
            data, svgFormat, [picture] { return svgOf(picture); }, isLater);
}

Error nothing()
{
    return {Text::tr("There is nothing here to copy in this form."), {}};
}

Result<Picture> pictureOf(const Copyable &what)
{
    if (what.picture)
        return what.picture();
    return what.sheet ? pictureOf(*what.sheet) : Result<Picture>(nothing());
}

} // namespace

void CopiedData::add(const QString &format, std::function<QVariant()> make)
{
    m_forms.emplace_back(format, std::move(make));
}

void CopiedData::addEarly(const QString &format, const std::function<QVariant()> &make)
{
    const QFuture<QVariant> made = QtConcurrent::run(make);
    add(format, [made] { return made.result(); });
}

bool CopiedData::hasFormat(const QString &format) const
{
    return formats().contains(format);
}

QStringList CopiedData::formats() const
{
    QStringList names;
    for (const auto &form : m_forms)
        names << form.first;
    return names;
}

QVariant CopiedData::retrieveData(const QString &format, QMetaType type) const
{
    const auto form = std::find_if(m_forms.begin(), m_forms.end(),
                                   [&format](const auto &each) { return each.first == format; });
    if (form == m_forms.end())
        return QMimeData::retrieveData(format, type);
    auto made = m_made.find(format);
    if (made == m_made.end())
        made = m_made.insert(format, form->second());
    return *made;
}

Result<std::unique_ptr<CopiedData>> copiedData(const Copyable &what, CopyAs as)
{
    auto data = std::make_unique<CopiedData>();
    const bool isWhole = as == CopyAs::Usual;
    const bool wantsTable = as == CopyAs::Table || as == CopyAs::Values || (isWhole && !what.isPicture);
    if (wantsTable) {
        if (!what.sheet || what.sheet->table.columns.empty())
            return nothing();
        const auto sheet = std::make_shared<const TableSheet>(*what.sheet);
        if (as != CopyAs::Values)
            addTable(*data, sheet);
        addValues(*data, sheet);
        if (!isWhole)
            return data;
    }
    const auto picture = pictureOf(what);
    if (picture)
        addPictures(*data, *picture, as, what.drawsLater || !what.picture);
    else if (!wantsTable) // else the table will do
        return picture.error();
    return data;
}

} // namespace atlas
