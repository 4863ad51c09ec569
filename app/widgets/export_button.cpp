#include "app/widgets/export_button.h"

#include <QAction>
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
