#include "app/shell/unsaved_text.h"

#include "app/shell/text.h"
#include "core/project/project_file.h"

#include <QStringList>

namespace atlas {

namespace {

/// The settings without what has a word of its own.
IndexSettings withoutNamed(IndexSettings settings)
{
    const IndexSettings usual;
    settings.excluded = usual.excluded;
    settings.weights = usual.weights;
    settings.weighting = usual.weighting;
    return settings;
}

QStringList indexParts(const IndexSettings &before, const IndexSettings &now)
{
    QStringList parts;
    if (before.excluded != now.excluded)
        parts << Text::tr("the indicators in use");
    if (before.weights != now.weights || before.weighting != now.weighting)
        parts << Text::tr("the weights");
    if (withoutNamed(before) != withoutNamed(now))
        parts << Text::tr("the method");
    return parts;
}

QString joined(const QStringList &parts)
{
    if (parts.size() < 2)
        return parts.join(QString());
    return Text::tr("%1 and %2", "parts of a list; the last one")
        .arg(parts.mid(0, parts.size() - 1).join(Text::tr(", ")), parts.last());
}

} // namespace

QString differenceInWords(const Project &before, const Project &now, Kept kept)
{
    const Choices &was = before.method.choices;
    const Choices &is = now.method.choices;
    QStringList parts = indexParts(was.index, is.index);
    if (was.indexScheme() != is.indexScheme())
        parts << Text::tr("the classes");
    if (was.tried != is.tried)
        parts << (is.tried.empty()
                      ? Text::tr("the end of a what-if")
                      : Text::tr("%n tried value(s)", nullptr, static_cast<int>(is.tried.size())));
    const bool hasOtherDraws = kept == Kept::InFile && before.method.draws != now.method.draws;
    if (before.drawSettings != now.drawSettings || hasOtherDraws)
        parts << Text::tr("the draws");
    if (kept == Kept::InFile) {
        if (before.scenarios != now.scenarios)
            parts << Text::tr("the scenarios");
        const bool isOtherView =
            was.shown != is.shown || was.scheme != is.scheme || was.nodeScores != is.nodeScores;
        if (isOtherView && was.indexScheme() == is.indexScheme())
            parts << Text::tr("what the map and the table show");
        if (before.method.looks != now.method.looks)
            parts << Text::tr("colours and labels");
    }
    return joined(parts);
}

} // namespace atlas
