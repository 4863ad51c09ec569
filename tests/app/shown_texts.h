#pragma once

#include <QSet>
#include <QString>
#include <QStringList>

class QWidget;

namespace atlas::test {

/// Texts that Qt shows, by whether it may take them for HTML.
struct ShownTexts
{
    QStringList guessed; ///< HTML when they look like it
    QStringList html;
    QStringList withKeys; ///< where "&" makes a key of the next letter
    QSet<QString> seen;   ///< what a person reads

    void guess(const QString &text)
    {
        if (!text.isEmpty())
            guessed << text;
    }
};

/// Adds the texts of a widget and of the model that it shows.
void collect(const QWidget &widget, ShownTexts &texts);

/// What a person reads of a text that Qt may take for HTML.
QString asRead(const QString &text);

} // namespace atlas::test
