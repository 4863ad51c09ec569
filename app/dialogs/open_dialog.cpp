#include "app/dialogs/open_dialog.h"

#include "app/dialogs/file_role.h"
#include "app/widgets/file_field.h"
#include "app/widgets/hint_label.h"

#include <QDialogButtonBox>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QFormLayout>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QStandardPaths>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

namespace atlas {

namespace {

QStringList localFiles(const QMimeData &data)
{
    QStringList paths;
    for (const QUrl &url : data.urls())
        if (url.isLocalFile())
            paths << url.toLocalFile();
    return paths;
}

/// The other files of a shapefile, which come along when all of them are dropped.
bool belongsToShapefile(const QString &path)
{
    static const QStringList extensions = {
        QStringLiteral("dbf"), QStringLiteral("shx"), QStringLiteral("prj"), QStringLiteral("cpg"),
        QStringLiteral("sbn"), QStringLiteral("sbx"), QStringLiteral("qix"), QStringLiteral("xml")};
    return extensions.contains(QFileInfo(path).suffix().toLower());
}

} // namespace

OpenDialog::OpenDialog(const DataSources &last, QWidget *parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("openDialog"));
    setProperty("helpTopic", QStringLiteral("part-open"));
    setWindowTitle(tr("Open data"));
    setAcceptDrops(true);
    makeFileFields();
    makeMoreFields();
    makeButtons();

    auto *rows = new QVBoxLayout(this);
    rows->setSpacing(12);
    for (QWidget *row : std::initializer_list<QWidget *>{m_boundaries, m_indicators, m_metadata})
        rows->addWidget(row);
    rows->addWidget(m_more, 0, Qt::AlignLeft);
    rows->addWidget(m_moreFields);
    rows->addStretch();
    rows->addWidget(m_note);
    rows->addWidget(m_buttons);

    showSources(last);
    const BoundaryOptions &options = last.boundaryOptions;
    const bool special = !(options.layer + options.codeField + options.nameField).isEmpty();
    for (FileField *field : {m_boundaries, m_indicators, m_metadata})
        connect(field, &FileField::pathChanged, this, &OpenDialog::refresh);
    connect(m_indicators, &FileField::pathChanged, this, &OpenDialog::dropStrangeMetadata);
    refresh();
    resize(620, 0);
    showMoreFields(special);
}

DataSources OpenDialog::sources() const
{
    DataSources sources{.boundaries = m_boundaries->path(),
                        .boundaryOptions = {.layer = m_layer->text().trimmed(),
                                            .codeField = m_codeField->text().trimmed(),
                                            .nameField = m_nameField->text().trimmed()},
                        .indicators = m_indicators->path(),
                        .metadata = m_metadata->path()};
    for (const DataSources &known : {builtInSources(), m_given})
        if (sources.boundaries == known.boundaries)
            sources.boundaryOptions.coordinates = known.boundaryOptions.coordinates;
    return sources;
}

void OpenDialog::makeFileFields()
{
    const DataSources builtIn = builtInSources();
    const QString tables = tr("Tables (*.csv *.tsv *.txt)");
    const QString all = tr("All files (*)");
    const auto make = [&](const QString &name, const FileFieldText &text) {
        auto *field = new FileField(text, this);
        field->setObjectName(name);
        return field;
    };
    m_boundaries = make(
        QStringLiteral("boundaries"),
        {.label = tr("&Boundaries (optional)"),
         .hint = tr("The outlines of the areas: shapefile, GeoPackage, GeoJSON, TopoJSON, FlatGeobuf, "
                    "MapInfo, KML or GML, or a zip of one. Without them there is no map."),
         .browse = tr("Choose boundaries"),
         .filter = tr("Boundaries (*.shp *.gpkg *.geojson *.json *.topojson *.fgb *.tab *.mif *.kml *.kmz "
                      "*.gml *.sqlite *.zip)")
                   + QStringLiteral(";;") + all,
         .builtIn = builtIn.boundaries});
    m_indicators =
        make(QStringLiteral("indicators"),
             {.label = tr("&Indicators"),
              .hint = tr("The figures: CSV, a row for each area with uCode and uName, a column for each "
                         "indicator."),
              .browse = tr("Choose indicators"),
              .filter = tables + QStringLiteral(";;") + all,
              .builtIn = builtIn.indicators});
    m_metadata =
        make(QStringLiteral("metadata"),
             {.label = tr("&Metadata (optional)"),
              .hint = tr("What the figures mean: CSV, a row for each indicator with iCode, iName and "
                         "Direction (1 or -1). Without it, higher is more disengaged."),
              .browse = tr("Choose metadata"),
              .filter = tables + QStringLiteral(";;") + all,
              .builtIn = builtIn.metadata});
}

void OpenDialog::makeMoreFields()
{
    m_more = new QToolButton(this);
    m_more->setObjectName(QStringLiteral("more"));
    m_more->setText(tr("Layer and &fields"));
    m_more->setToolTip(tr("What to read from the boundary file"));
    m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_more->setAutoRaise(true);
    m_moreFields = new QWidget(this);
    m_moreFields->setObjectName(QStringLiteral("moreFields"));
    auto *form = new QFormLayout(m_moreFields);
    form->setContentsMargins(20, 0, 0, 0);
    const auto add = [&](const QString &label, const QString &name) {
        auto *edit = new QLineEdit(m_moreFields);
        edit->setObjectName(name);
        edit->setPlaceholderText(tr("found automatically"));
        form->addRow(label, edit);
        return edit;
    };
    m_layer = add(tr("&Layer:"), QStringLiteral("layer"));
    m_codeField = add(tr("Co&de field:"), QStringLiteral("codeField"));
    m_nameField = add(tr("&Name field:"), QStringLiteral("nameField"));
    connect(m_more, &QToolButton::clicked, this, [this] { showMoreFields(m_moreFields->isHidden()); });
}

void OpenDialog::makeButtons()
{
    m_note = new HintLabel(this);
    m_note->setObjectName(QStringLiteral("note"));
    m_note->setHint(tr("Files can also be dropped here."));
    m_buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    auto *open = m_buttons->addButton(tr("&Open"), QDialogButtonBox::AcceptRole);
    open->setObjectName(QStringLiteral("open"));
    open->setDefault(true);
    auto *example = m_buttons->addButton(tr("&Use the built-in example"), QDialogButtonBox::ResetRole);
    example->setObjectName(QStringLiteral("example"));
    example->setAutoDefault(false);
    example->setMinimumWidth(example->sizeHint().width() + 16);
    connect(example, &QPushButton::clicked, this, [this] { showSources(builtInSources()); });
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

/// The window becomes as high as its fields need.
void OpenDialog::showMoreFields(bool show)
{
    m_more->setArrowType(show ? Qt::DownArrow : Qt::RightArrow);
    m_moreFields->setVisible(show);
    layout()->activate();
    resize(width(), heightForWidth(width()));
}

void OpenDialog::showSources(const DataSources &sources)
{
    m_given = sources;
    m_boundaries->setPath(sources.boundaries);
    m_indicators->setPath(sources.indicators);
    m_metadata->setPath(sources.metadata);
    m_layer->setText(sources.boundaryOptions.layer);
    m_codeField->setText(sources.boundaryOptions.codeField);
    m_nameField->setText(sources.boundaryOptions.nameField);
}

void OpenDialog::dragEnterEvent(QDragEnterEvent *event)
{
    if (!localFiles(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void OpenDialog::dropEvent(QDropEvent *event)
{
    takeFiles(localFiles(*event->mimeData()));
    event->acceptProposedAction();
}

void OpenDialog::takeFiles(const QStringList &paths)
{
    QStringList strange;
    for (const QString &path : paths) {
        switch (fileRoleOf(path)) {
        case FileRole::Boundaries:
            m_boundaries->setPath(path);
            break;
        case FileRole::Indicators:
            m_indicators->setPath(path);
            break;
        case FileRole::Metadata:
            m_metadata->setPath(path);
            break;
        case FileRole::None:
            if (!belongsToShapefile(path))
                strange << QFileInfo(path).fileName();
        }
    }
    if (strange.isEmpty())
        m_note->setHint(tr("Files can also be dropped here."));
    else
        m_note->setProblem(
            tr("Left out: %1. Drop boundaries or CSV files.").arg(strange.join(QStringLiteral(", "))));
}

/// The built-in metadata describe the built-in columns and no others.
void OpenDialog::dropStrangeMetadata()
{
    if (!m_metadata->isBuiltIn() || m_indicators->isBuiltIn())
        return;
    if (headerLineOf(m_indicators->path()) != headerLineOf(builtInSources().indicators))
        m_metadata->setPath({});
}

void OpenDialog::refresh()
{
    const bool complete = !m_indicators->path().isEmpty();
    const bool possible =
        m_boundaries->isPossible() && m_indicators->isPossible() && m_metadata->isPossible();
    m_buttons->findChild<QPushButton *>(QStringLiteral("open"))->setEnabled(complete && possible);

    QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    for (const FileField *field : {m_metadata, m_indicators, m_boundaries})
        if (!field->path().isEmpty() && !field->isBuiltIn())
            folder = QFileInfo(field->path()).absolutePath();
    for (FileField *field : {m_boundaries, m_indicators, m_metadata})
        field->setFolder(folder);
}

} // namespace atlas
