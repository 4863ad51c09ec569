#include "app/trace/trace_dialog.h"

#include "app/charts/waterfall_view.h"
#include "app/dialogs/file_tasks.h"
#include "app/help/what_is_this.h"
#include "app/trace/moves_view.h"
#include "app/trace/trace_view.h"
#include "app/widgets/export_button.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace atlas {

TraceDialog::TraceDialog(const Document &document, const SelectedAreas &areas, QWidget *parent)
    : ToolWindow(QStringLiteral("traceDialog"), tr("Why this rank?"), {1000, 640}, parent),
      m_trace(new TraceView(document, areas, Qt::Horizontal, this)),
      m_moves(new MovesView(document, areas, Qt::Horizontal, this))
{
    setProperty("helpTopic", QStringLiteral("part-why"));
    auto *movesTitle = new QLabel(
        tr("What would move it: the smallest change to each figure, with all others unchanged"), this);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *exportChart = newExportChartButton(this);
    exportChart->setEnabled(false);
    buttons->addButton(exportChart, QDialogButtonBox::ActionRole);
    auto *rows = new QVBoxLayout(this);
    rows->addWidget(m_trace, 5);
    rows->addSpacing(6);
    auto *movesHead = new QHBoxLayout;
    movesHead->addWidget(movesTitle);
    movesHead->addWidget(new WhatIsThis(QStringLiteral("part-moves"), this));
    movesHead->addStretch();
    rows->addLayout(movesHead);
    rows->addWidget(m_moves, 3);
    rows->addWidget(buttons);

    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(exportChart, &QPushButton::clicked, this, [this] {
        emit written(
            exportPictureByDialog([this] { return m_trace->picture(); }, m_trace->pictureName(), this));
    });
    offerExport(*exportChart, m_trace->chart());
    connect(m_trace, &TraceView::refreshed, exportChart,
            [this, exportChart] { exportChart->setEnabled(m_trace->hasChart()); });
    connect(m_trace, &TraceView::whatIfAsked, this, &TraceDialog::whatIfAsked);
    connect(m_moves, &MovesView::movesShown, this, &TraceDialog::movesShown);
}

bool TraceDialog::isSearching() const
{
    return m_moves->isSearching();
}

} // namespace atlas
