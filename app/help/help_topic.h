#pragma once

#include <QObject>
#include <QString>

class QWidget;

namespace atlas {

/// The property of a widget that names the page of help about it and all inside it. Set by its name, so that
/// whatever is below app/help can have one:  setProperty("helpTopic", "part-map");
inline constexpr const char *helpTopicProperty = "helpTopic";

/// The page about a widget: its own topic, or that of the nearest widget around it that has one, through
/// windows to those they belong to; the first page where none has. `widget` may be null.
QString helpTopicOf(const QWidget *widget);

/// Opens the page of a topic in the help window, which is made if there is none. `from` is where the question
/// came up: while it stands in a dialog that has to be answered first, help opens beside that dialog.
void showHelp(const QString &topic, QWidget *from);

/// The page about what has the focus in the active window.
void showHelpOnFocus(QWidget *window);

/// Opens the page about whatever has the focus when F1 is pressed in any window of the program but the main
/// one, whose menu has that key.
class HelpKey : public QObject
{
    Q_OBJECT

public:
    explicit HelpKey(QObject *parent);

    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace atlas
