#include "app/import/files_page.h"

#include "app/dialogs/file_role.h"
#include "app/state/preferences.h"
#include "app/widgets/data_text.h"
#include "app/widgets/file_field.h"
#include "app/widgets/hint_label.h"
#include "core/boundaries/boundary_members.h"
#include "core/common/files.h"
#include "core/common/plain_text.h"

#include <QComboBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QStandardPaths>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <initializer_list>

namespace atlas {

namespace {

/// The other files of a shapefile, which come along when all of them are dropped.
bool belongsToShapefile(const QString &path)
{
    static const QStringList extensions = {
        QStringLiteral("dbf"), QStringLiteral("shx"), QStringLiteral("prj"), QStringLiteral("cpg"),
        QStringLiteral("sbn"), QStringLiteral("sbx"), QStringLiteral("qix"), QStringLiteral("xml")};
    return extensions.contains(QFileInfo(path).suffix().toLower());
}

struct System
{
    QString text;
    QString code;
};

std::vector<System> usualSystems()
{
    return {{FilesPage::tr("British National Grid, metres (EPSG:27700)"), QStringLiteral("EPSG:27700")},
            {FilesPage::tr("Longitude and latitude, degrees (EPSG:4326)"), QStringLiteral("EPSG:4326")},
            {FilesPage::tr("Irish Grid, metres (EPSG:29902)"), QStringLiteral("EPSG:29902")},
            {FilesPage::tr("Web Mercator, metres (EPSG:3857)"), QStringLiteral("EPSG:3857")}};
}

QString systemText(const QString &code)
{
    for (const System &system : usualSystems())
        if (system.code == code)
            return system.text;
    return code;
}

} // namespace

FilesPage::FilesPage(QWidget *parent) : AssistantPage(parent), m_note(new HintLabel(this))
{
    setObjectName(QStringLiteral("filesPage"));
    makeFileFields();
    m_note->setObjectName(QStringLiteral("note"));
    m_note->setHint(tr("Files can also be dropped here, all at once."));
    auto *rows = new QVBoxLayout(this);
    rows->setSpacing(10);
    rows->addWidget(makeStart());
    rows->addWidget(m_indicators);
    rows->addWidget(makeSheets());
    rows->addWidget(m_boundaries);
    rows->addWidget(makeBoundaryParts());
    rows->addWidget(m_metadata);
    rows->addWidget(m_lookup);
    rows->addWidget(m_note);
    rows->addStretch();
    followFields();
    setSources({});
}

FileField *FilesPage::makeField(const QString &name, const FileFieldText &text)
{
    auto *field = new FileField(text, this);
    field->setObjectName(name);
    return field;
}

void FilesPage::makeFileFields()
{
    const DataSources builtIn = builtInSources();
    const QString figures =
        tr("Figures (*.csv *.tsv *.txt *.xlsx *.xlsm *.xls *.ods *.dbf *.gpkg *.sqlite *.zip)");
    const QString tables = tr("Tables (*.csv *.tsv *.txt *.xlsx *.ods)");
    const QString all = QStringLiteral(";;") + tr("All files (*)");
    m_indicators = makeField(QStringLiteral("indicators"),
                             {.label = tr("&Indicators"),
                              .hint = tr("The figures: a spreadsheet or CSV as it was handed out."),
                              .browse = tr("Choose indicators"),
                              .filter = figures + all,
                              .builtIn = builtIn.indicators});
    m_boundaries = makeField(
        QStringLiteral("boundaries"),
        {.label = tr("&Boundaries (optional)"),
         .hint = tr("The outlines of the areas: shapefile, GeoPackage, GeoJSON, KML, GML, a zip of one, or "
                    "the folder of a geodatabase. Without them there is no map."),
         .browse = tr("Choose boundaries"),
         .filter = tr("Boundaries (*.shp *.gpkg *.geojson *.json *.topojson *.fgb *.tab *.mif *.kml *.kmz "
                      "*.gml *.sqlite *.zip)")
                   + all,
         .builtIn = builtIn.boundaries,
         .folder = tr("Choose the folder of a geodatabase"),
         .isFolderPossible = isGeodatabase});
    m_metadata = makeField(QStringLiteral("metadata"),
                           {.label = tr("&Metadata (optional)"),
                            .hint = tr("What the figures mean: a row for each indicator with iCode, iName "
                                       "and Direction (1 or -1)."),
                            .browse = tr("Choose metadata"),
                            .filter = tables + all,
                            .builtIn = builtIn.metadata});
    m_lookup = makeField(QStringLiteral("lookup"),
                         {.label = tr("Loo&kup (optional)"),
                          .hint = tr("Which smaller areas are part of which larger ones, where figures are "
                                     "to be added up."),
                          .browse = tr("Choose a lookup"),
                          .filter = tables + all,
                          .builtIn = {}});
}

/// Ways to begin that are no file to look for.
QWidget *FilesPage::makeStart()
{
    auto *start = new QWidget(this);
    m_recent = new QToolButton(start);
    m_recent->setObjectName(QStringLiteral("recent"));
    m_recent->setText(tr("&Recent"));
    m_recent->setToolTip(tr("Data that were open before"));
    m_recent->setPopupMode(QToolButton::InstantPopup);
    m_recent->setToolButtonStyle(Qt::ToolButtonTextOnly);
    auto *menu = new QMenu(m_recent);
    m_recent->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, &FilesPage::fillRecent);
    fillRecent();
    auto *example = new QPushButton(tr("Built-in e&xample"), start);
    example->setObjectName(QStringLiteral("example"));
    example->setToolTip(tr("England's 39 LEPs with the figures of the source paper"));
    example->setAutoDefault(false);
    connect(example, &QPushButton::clicked, this, [this] {
        setSources(builtInSources());
        change();
    });
    auto *row = new QHBoxLayout(start);
    row->setContentsMargins(0, 0, 0, 0);
    row->addStretch();
    row->addWidget(m_recent);
    row->addWidget(example);
    return start;
}

QWidget *FilesPage::makeSheets()
{
    constexpr int indent = 20;
    m_sheets = new QWidget(this);
    m_sheet = new QComboBox(m_sheets);
    m_sheet->setObjectName(QStringLiteral("sheet"));
    m_sheet->setAccessibleName(tr("Sheet or table"));
    m_sheet->setToolTip(tr("Which sheet, table or file inside of the file is read"));
    m_sheet->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    auto *label = new QLabel(tr("&Sheet:"), m_sheets);
    label->setBuddy(m_sheet);
    auto *row = new QHBoxLayout(m_sheets);
    row->setContentsMargins(indent, 0, 0, 0);
    row->addWidget(label);
    row->addWidget(m_sheet);
    row->addStretch();
    connect(m_sheet, &QComboBox::activated, this, [this](int item) {
        const QString chosen = m_sheet->itemText(item);
        const QString &file = m_sources.indicators;
        if (m_draft.grid)
            m_sheetPlans[{file, m_draft.grid->sheet}] = m_sources.plan;
        m_sources.plan = m_sheetPlans.value({file, chosen}); // the others are other tables
        m_sources.plan.sheet = chosen;
        change();
    });
    return m_sheets;
}

QLineEdit *FilesPage::makeLine(const char *name, const QString &accessibleName, const QString &tip)
{
    auto *edit = new QLineEdit(m_parts);
    edit->setObjectName(QLatin1String(name));
    edit->setAccessibleName(accessibleName);
    edit->setToolTip(tip);
    connect(edit, &QLineEdit::editingFinished, this, &FilesPage::change);
    return edit;
}

QWidget *FilesPage::makeBoundaryParts()
{
    constexpr int indent = 20;
    auto *all = new QWidget(this);
    m_more = new QToolButton(all);
    m_more->setObjectName(QStringLiteral("more"));
    m_more->setText(tr("&Layer and fields"));
    m_more->setToolTip(tr("What is read from the boundaries"));
    m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_more->setAutoRaise(true);
    m_more->setArrowType(Qt::RightArrow);
    m_parts = new QWidget(all);
    m_parts->setObjectName(QStringLiteral("moreFields"));
    auto *form = new QFormLayout(m_parts);
    form->setContentsMargins(indent, 0, 0, 0);
    m_layer = makeLine("layer", tr("Layer"), tr("The layer of the boundaries that is read"));
    m_codeField = makeLine("codeField", tr("Code field"), tr("The field that holds the codes of the areas"));
    m_nameField = makeLine("nameField", tr("Name field"), tr("The field that holds the names of the areas"));
    form->addRow(tr("La&yer:"), m_layer);
    form->addRow(tr("Co&de field:"), m_codeField);
    form->addRow(tr("&Name field:"), m_nameField);
    m_parts->hide();

    m_system = new QWidget(all);
    m_system->setObjectName(QStringLiteral("system"));
    m_crs = new QComboBox(m_system);
    m_crs->setObjectName(QStringLiteral("crs"));
    m_crs->setEditable(true);
    m_crs->setAccessibleName(tr("Coordinate system"));
    m_crs->setToolTip(tr("What the numbers of the boundaries are: choose one, or write EPSG and its number"));
    for (const System &system : usualSystems())
        m_crs->addItem(system.text, system.code);
    m_systemRight = new QPushButton(tr("Ri&ght as it is"), m_system);
    m_systemRight->setObjectName(QStringLiteral("systemRight"));
    m_systemRight->setToolTip(tr("Take this system, and ask no more"));
    m_systemRight->setAutoDefault(false);
    m_systemHint = new HintLabel(m_system);
    auto *label = new QLabel(tr("&Coordinates:"), m_system);
    label->setBuddy(m_crs);
    auto *row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(m_crs, 1);
    row->addWidget(m_systemRight);
    auto *systemRows = new QVBoxLayout(m_system);
    systemRows->setContentsMargins(indent, 0, 0, 0);
    systemRows->setSpacing(3);
    systemRows->addLayout(row);
    systemRows->addWidget(m_systemHint);

    auto *rows = new QVBoxLayout(all);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(m_more, 0, Qt::AlignLeft);
    rows->addWidget(m_parts);
    rows->addWidget(m_system);
    connect(m_more, &QToolButton::clicked, this, [this] {
        m_parts->setVisible(m_parts->isHidden());
        m_more->setArrowType(m_parts->isHidden() ? Qt::RightArrow : Qt::DownArrow);
    });
    const auto takeSystem = [this] {
        const int item = m_crs->findText(m_crs->currentText());
        m_sources.boundaryOptions.crs =
            item >= 0 ? m_crs->itemData(item).toString() : m_crs->currentText().trimmed();
        change();
    };
    connect(m_crs, &QComboBox::activated, this, takeSystem);
    connect(m_crs->lineEdit(), &QLineEdit::editingFinished, this, [this, takeSystem] {
        if (m_crs->lineEdit()->isModified())
            takeSystem();
    });
    connect(m_systemRight, &QPushButton::clicked, this, takeSystem);
    return all;
}

void FilesPage::followFields()
{
    for (FileField *field : {m_boundaries, m_indicators, m_metadata, m_lookup})
        connect(field, &FileField::pathChanged, this, [this, field] { takePath(field); });
}

/// Another file is read by itself; one that was chosen before, as it was then.
void FilesPage::takePath(const FileField *changed)
{
    if (m_isShowing)
        return;
    const QString path = changed->path();
    if (changed == m_indicators && path != m_sources.indicators) {
        m_plans[m_sources.indicators] = m_sources.plan;
        m_sources.indicators = path;
        m_sources.plan = m_plans.value(path);
        m_sources.aliases.clear();
        dropStrangeMetadata();
    } else if (changed == m_boundaries && path != m_sources.boundaries) {
        m_options[m_sources.boundaries] = m_sources.boundaryOptions;
        m_sources.boundaries = path;
        const DataSources builtIn = builtInSources();
        m_sources.boundaryOptions =
            m_options.value(path, path == builtIn.boundaries ? builtIn.boundaryOptions : BoundaryOptions());
        m_sources.aliases.clear();
        showBoundaryParts();
    } else if (changed == m_metadata) {
        m_sources.metadata = path;
    } else if (changed == m_lookup) {
        m_sources.lookup = path;
    }
    change();
}

/// The built-in metadata describe the built-in columns and no others.
void FilesPage::dropStrangeMetadata()
{
    if (m_sources.metadata != builtInSources().metadata || m_indicators->isBuiltIn())
        return;
    if (headerLineOf(m_sources.indicators) == headerLineOf(builtInSources().indicators))
        return;
    m_sources.metadata.clear();
    m_isShowing = true;
    m_metadata->setPath({});
    m_isShowing = false;
}

DataSources FilesPage::sources() const
{
    DataSources sources = m_sources;
    sources.boundaryOptions.layer = m_layer->text().trimmed();
    sources.boundaryOptions.codeField = m_codeField->text().trimmed();
    sources.boundaryOptions.nameField = m_nameField->text().trimmed();
    return sources;
}

void FilesPage::setSources(const DataSources &sources)
{
    m_isShowing = true;
    m_sources = sources;
    const auto show = [](FileField *field, const QString &path) {
        if (field->path() != path)
            field->setPath(path);
    };
    show(m_boundaries, sources.boundaries);
    show(m_indicators, sources.indicators);
    show(m_metadata, sources.metadata);
    show(m_lookup, sources.lookup);
    QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    for (const FileField *field : {m_lookup, m_metadata, m_boundaries, m_indicators})
        if (!field->path().isEmpty() && !field->isBuiltIn())
            folder = QFileInfo(field->path()).absolutePath();
    for (FileField *field : {m_boundaries, m_indicators, m_metadata, m_lookup})
        field->setFolder(folder);
    m_isShowing = false;
    showBoundaryParts();
}

void FilesPage::showBoundaryParts()
{
    const BoundaryOptions &options = m_sources.boundaryOptions;
    m_layer->setText(options.layer);
    m_codeField->setText(options.codeField);
    m_nameField->setText(options.nameField);
    if (!(options.layer + options.codeField + options.nameField).isEmpty() && m_parts->isHidden()) {
        m_parts->show();
        m_more->setArrowType(Qt::DownArrow);
    }
}

void FilesPage::showDraft(const ImportDraft &draft)
{
    m_draft = draft;
    setSources(draft.sources);
    showSheets();
    const BoundaryOptions &found = draft.boundariesReadAs;
    const auto say = [](QLineEdit *edit, const QString &text) {
        edit->setPlaceholderText(text.isEmpty() ? tr("found by itself")
                                                : tr("found: %1").arg(plainLine(text)));
    };
    say(m_layer, found.layer);
    say(m_codeField, found.codeField);
    say(m_nameField, found.nameField);
    m_more->setVisible(!draft.sources.boundaries.isEmpty());
    if (draft.sources.boundaries.isEmpty())
        m_parts->hide();
    showSystem();
}

void FilesPage::showSheets()
{
    const QStringList sheets = m_draft.grid ? m_draft.grid->sheets : QStringList();
    m_sheets->setVisible(sheets.size() > 1);
    m_sheet->clear();
    m_sheet->addItems(sheets);
    if (m_draft.grid)
        m_sheet->setCurrentIndex(static_cast<int>(sheets.indexOf(m_draft.grid->sheet)));
}

/// Only where it is in question, or was.
void FilesPage::showSystem()
{
    const QString chosen = m_sources.boundaryOptions.crs;
    m_system->setVisible(m_draft.isSystemGuessed || !chosen.isEmpty());
    m_systemRight->setVisible(m_draft.isSystemGuessed);
    m_crs->setEditText(systemText(m_draft.isSystemGuessed ? m_draft.boundariesReadAs.crs : chosen));
    m_crs->lineEdit()->setModified(false);
    if (m_draft.isSystemGuessed)
        m_systemHint->setProblem(tr("Please check: the file does not say its coordinate system, or its "
                                    "numbers contradict what it says. By its numbers it is this one."));
    m_systemHint->setVisible(m_draft.isSystemGuessed);
}

QString FilesPage::problem() const
{
    if (m_sources.indicators.isEmpty())
        return tr("Choose a file of figures.");
    for (const FileField *field : {m_indicators, m_boundaries, m_metadata, m_lookup})
        if (!field->isPossible())
            return QStringLiteral("%1: %2").arg(fileNameOf(field->path()), field->problem());
    return {};
}

void FilesPage::checkPaths()
{
    for (FileField *field : {m_indicators, m_boundaries, m_metadata, m_lookup})
        field->check();
}

/// Whether a file could not be read at all.
bool FilesPage::hasReadError() const
{
    const bool areShapesMissing = !m_draft.sources.boundaries.isEmpty() && !m_draft.shapes;
    return m_draft.error && (!m_draft.grid || areShapesMissing);
}

int FilesPage::openQuestions() const
{
    const bool isChosen = !m_sources.indicators.isEmpty(); // that a file is to be chosen is no question
    const int unreadable = isChosen && (!problem().isEmpty() || hasReadError()) ? 1 : 0;
    return unreadable + (m_draft.isSystemGuessed ? 1 : 0);
}

void FilesPage::showFirstQuestion()
{
    QWidget *field = m_crs;
    if (m_sources.indicators.isEmpty() || !m_indicators->isPossible() || (hasReadError() && !m_draft.grid))
        field = m_indicators->findChild<QLineEdit *>(QStringLiteral("path"));
    else if (!m_boundaries->isPossible() || hasReadError())
        field = m_boundaries->findChild<QLineEdit *>(QStringLiteral("path"));
    field->setFocus(Qt::OtherFocusReason);
}

void FilesPage::change()
{
    m_sources = sources();
    if (!m_isShowing && !m_isTaking)
        emit sourcesChanged(m_sources);
}

void FilesPage::fillRecent()
{
    m_recent->menu()->clear();
    for (const RecentFile &file : Preferences().recentFiles()) {
        if (!file.project.isEmpty())
            continue;
        QAction *action = m_recent->menu()->addAction(withoutKeys(plainLine(file.title)), this, [this, file] {
            setSources(file.sources);
            change();
        });
        action->setToolTip(plainToolTip(file.sources.indicators));
    }
    m_recent->setEnabled(!m_recent->menu()->isEmpty());
}

void FilesPage::takeFiles(const QStringList &paths)
{
    QHash<FileField *, QString> taken;
    QStringList strange;
    for (const QString &path : paths) {
        FileField *field = fieldFor(path);
        if (field && !taken.contains(field))
            taken.insert(field, path);
        else if (field)
            strange << tr("%1 (beside %2)", "file left out, file of its kind")
                           .arg(fileNameOf(path), fileNameOf(taken.value(field)));
        else if (!belongsToShapefile(path))
            strange << fileNameOf(path);
    }
    if (strange.isEmpty())
        m_note->setHint(tr("Files can also be dropped here, all at once."));
    else
        m_note->setProblem(
            tr("Left out: %1. One file of each kind is read: figures, boundaries, metadata and a lookup.")
                .arg(strange.join(QStringLiteral(", "))));
    m_isTaking = true;
    for (FileField *field : {m_indicators, m_boundaries, m_metadata, m_lookup})
        if (taken.contains(field))
            field->setPath(taken.value(field));
    m_isTaking = false;
    if (!taken.isEmpty())
        change();
}

/// Where a file belongs; null for nowhere.
FileField *FilesPage::fieldFor(const QString &path) const
{
    switch (fileRoleOf(path)) {
    case FileRole::Boundaries:
        return m_boundaries;
    case FileRole::Indicators:
        return m_indicators;
    case FileRole::Metadata:
        return m_metadata;
    case FileRole::Lookup:
        return m_lookup;
    case FileRole::None:
        break;
    }
    return nullptr;
}

} // namespace atlas
