#include "app/widgets/file_field.h"

#include "app/widgets/hint_label.h"
#include "core/common/postgres_table.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace atlas {

FileField::FileField(const FileFieldText &text, QWidget *parent)
    : QWidget(parent), m_text(text), m_edit(new QLineEdit(this)), m_hint(new HintLabel(this))
{
    auto *label = new QLabel(text.label, this);
    m_edit->setObjectName(QStringLiteral("path"));
    m_edit->setClearButtonEnabled(true);
    m_edit->setAcceptDrops(false); // the dialog sorts dropped files
    label->setBuddy(m_edit);
    auto *browseButton = new QPushButton(tr("Browse…"), this);
    browseButton->setObjectName(QStringLiteral("browse"));
    browseButton->setAccessibleName(text.browse);
    browseButton->setAutoDefault(false);
    m_hint->setObjectName(QStringLiteral("hint"));

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(3);
    grid->addWidget(label, 0, 0);
    grid->addWidget(m_edit, 1, 0);
    grid->addWidget(browseButton, 1, 1);
    grid->addWidget(m_hint, 2, 0, 1, text.folder.isEmpty() ? 2 : 3);
    if (!text.folder.isEmpty()) {
        auto *folderButton = new QPushButton(tr("Folder…"), this);
        folderButton->setObjectName(QStringLiteral("browseFolder"));
        folderButton->setAccessibleName(text.folder);
        folderButton->setToolTip(text.folder);
        folderButton->setAutoDefault(false);
        grid->addWidget(folderButton, 1, 2);
        connect(folderButton, &QPushButton::clicked, this, &FileField::browseFolder);
    }
    grid->setColumnStretch(0, 1);

    connect(m_edit, &QLineEdit::textChanged, this, &FileField::refresh);
    connect(browseButton, &QPushButton::clicked, this, &FileField::browse);
    refresh();
}

QString FileField::path() const
{
    const QString typed = m_edit->text().trimmed();
    return typed == tr("Built-in example") ? m_text.builtIn : typed;
}

void FileField::setPath(const QString &path)
{
    m_edit->setText(path.isEmpty() || path != m_text.builtIn ? QDir::toNativeSeparators(path)
                                                             : tr("Built-in example"));
}

QString FileField::problem() const
{
    if (path().isEmpty() || isBuiltIn() || isPostgresTable(path()))
        return {};
    const QFileInfo file(path());
    if (!file.exists())
        return tr("There is no file with this name.");
    if (!file.isDir() || (m_text.isFolderPossible && m_text.isFolderPossible(path())))
        return {};
    return m_text.folder.isEmpty() ? tr("This is a folder. Choose a file in it.")
                                   : tr("This folder is no geodatabase. Choose a file in it.");
}

void FileField::browse()
{
    const QString start = path().isEmpty() || isBuiltIn() ? m_folder : path();
    const QString chosen = QFileDialog::getOpenFileName(this, m_text.browse, start, m_text.filter);
    if (!chosen.isEmpty())
        setPath(chosen);
}

void FileField::browseFolder()
{
    const QString start = path().isEmpty() || isBuiltIn() ? m_folder : path();
    const QString chosen = QFileDialog::getExistingDirectory(this, m_text.folder, start);
    if (!chosen.isEmpty())
        setPath(chosen);
}

void FileField::check()
{
    if (isPossible())
        m_hint->setHint(m_text.hint);
    else
        m_hint->setProblem(problem());
    m_edit->setAccessibleDescription(m_hint->text());
}

void FileField::refresh()
{
    check();
    emit pathChanged();
}

} // namespace atlas
