#include "app/widgets/title_font.h"

#include <QLabel>

namespace atlas {

void makeTitle(QLabel &label, double factor)
{
    QFont font = label.font();
    font.setPointSizeF(font.pointSizeF() * factor);
    font.setWeight(QFont::DemiBold);
    label.setFont(font);
}

} // namespace atlas
