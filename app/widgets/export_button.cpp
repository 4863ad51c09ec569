#include "app/widgets/export_button.h"

#include <QCoreApplication>
#include <QPushButton>

namespace atlas {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ExportButton)
};

} // namespace

QPushButton *newExportChartButton(QWidget *parent)
{
    auto *button = new QPushButton(Text::tr("Export chart…"), parent);
    button->setObjectName(QStringLiteral("exportChart"));
    button->setToolTip(Text::tr("Write the chart as a picture, drawing or page"));
    button->setAutoDefault(false);
    return button;
}

} // namespace atlas
