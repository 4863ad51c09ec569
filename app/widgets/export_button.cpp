#include "app/widgets/export_button.h"

#include "app/widgets/text.h"

#include <QAction>
#include <QPushButton>

namespace atlas {

QPushButton *newExportChartButton(QWidget *parent)
{
    auto *button = new QPushButton(Text::tr("Export chart…"), parent);
    button->setObjectName(QStringLiteral("exportChart"));
    button->setToolTip(Text::tr("Write the chart as a picture, drawing or page"));
    button->setAutoDefault(false);
    return button;
}

void offerExport(QPushButton &button, QWidget &chart)
{
    auto *action = new QAction(button.text(), &chart);
    action->setData(QStringLiteral("exportChart"));
    action->setToolTip(button.toolTip());
    action->setStatusTip(button.toolTip());
    QObject::connect(action, &QAction::triggered, &button, &QPushButton::click);
    chart.addAction(action);
    if (chart.contextMenuPolicy() == Qt::DefaultContextMenu)
        chart.setContextMenuPolicy(Qt::ActionsContextMenu);
}

} // namespace atlas
