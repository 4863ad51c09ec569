#pragma once

#include "core/common/result.h"

#include <QString>
#include <QStringList>

class QWidget;

namespace atlas {

// The only place that opens message boxes.

/// Whether the file may be written over; the person is asked.
bool askToReplace(QWidget *parent, const QString &path);

/// Tells a person that something could not be done: the sentence, and the library's own words behind a
/// "details" button.
void showError(QWidget *parent, const QString &title, const Error &error);

/// Whether files that are not as they were when a project was saved are opened as they are now. `changes` are
/// sentences that say what is different.
bool askToTakeChanges(QWidget *parent, const QString &title, const QString &project,
                      const QStringList &changes);

enum class SaveAnswer { Save, Discard, Cancel };

/// Asks whether to save before what is not saved goes.
SaveAnswer askToSave(QWidget *parent, const QString &title, const QString &question);

/// Shows a page of help.
void showText(QWidget *parent, const QString &title, const QString &html);

} // namespace atlas
