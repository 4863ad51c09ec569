#pragma once

#include <QString>

namespace atlas {

// What comes from data or from a file's name is shown as it is. Where Qt would read markup out of a text,
// the text goes through one of these.

/// For tool tips, which Qt takes for HTML when they look like it.
QString plainToolTip(const QString &text);

/// For texts that are HTML: the tool tips of indicators, the labels of charts.
QString plainHtml(const QString &text);

/// For actions, buttons and whatever else makes a key of the letter after "&".
QString withoutKeys(const QString &text);

} // namespace atlas
