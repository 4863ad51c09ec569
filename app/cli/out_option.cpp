#include "app/cli/out_option.h"

#include "app/cli/text.h"
#include "core/common/files.h"
#include "core/tables/write_table.h"

namespace atlas::cli {

void addOut(OptionSet &options, const OutFile &out)
{
    options.startGroup(Text::tr("Output"));
    options.addValue(QStringLiteral("out"), Text::tr("file"),
                     Text::tr("File to write, ending in %1.").arg(endingsText(out.endings)));
}

void readOut(OptionReader &options, Request &request, const OutFile &out)
{
    request.out = options.text("out");
    if (request.out.isEmpty())
        options.refuse(Text::tr("Say where to write: add --out and a file name."));
    else if (const auto fits = checkEnding(request.out, out.endings, out.what); !fits)
        options.refuse(fits.error().message);
}

OutFile tableOut()
{
    return {Text::tr("The table"), tableEndings()};
}

} // namespace atlas::cli
