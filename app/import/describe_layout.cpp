#include "app/import/describe_page.h"
#include "app/import/description_form.h"
#include "app/import/histogram_view.h"
#include "app/widgets/hint_label.h"
#include "app/widgets/notice_bar.h"
#include "app/widgets/title_font.h"
#include "app/widgets/view_copy.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

// How the page is put together.

namespace atlas {

namespace {

constexpr int air = 8; ///< above and below the text of a row, together
constexpr double larger = 1.15;

} // namespace

DescribePage::DescribePage(QWidget *parent) : AssistantPage(parent)
{
    setObjectName(QStringLiteral("describePage"));
    auto *rows = new QVBoxLayout(this);
    rows->addWidget(makeTop());
    rows->addWidget(makeParts(), 1);
    rows->addStretch(0);
    listen();
    m_notice->hide();
    refreshWords();
    refreshDetails();
}

QWidget *DescribePage::makeTop()
{
    auto *top = new QWidget(this);
    m_title = new QLabel(top);
    m_title->setObjectName(QStringLiteral("describeTitle"));
    m_title->setTextFormat(Qt::PlainText);
    makeTitle(*m_title, larger);
    m_summary = new HintLabel(top);
    m_summary->setObjectName(QStringLiteral("describeSummary"));
    m_notice = new NoticeBar(top);
    m_notice->setObjectName(QStringLiteral("describeNotice"));
    m_confirm =
        m_notice->addButton(tr("&Higher is right for all"), "confirmDirections",
                            tr("For all of these, higher values mean that more young people are disengaged"));
    auto *rows = new QVBoxLayout(top);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(4);
    rows->addWidget(m_title);
    rows->addWidget(m_summary);
    rows->addWidget(m_notice);
    return top;
}

QWidget *DescribePage::makeParts()
{
    m_parts = new QSplitter(Qt::Horizontal, this);
    m_parts->setChildrenCollapsible(false);
    m_parts->addWidget(makeList());
    m_parts->addWidget(makeDetails());
    m_parts->setStretchFactor(0, 3);
    m_parts->setStretchFactor(1, 2);
    return m_parts;
}

QWidget *DescribePage::makeList()
{
    auto *part = new QWidget(this);
    m_find = new QLineEdit(part);
    m_find->setObjectName(QStringLiteral("describeFilter"));
    m_find->setPlaceholderText(tr("Filter indicators"));
    m_find->setAccessibleName(tr("Filter indicators"));
    m_find->setToolTip(tr("Show only indicators with these letters in their name, domain or figures"));
    m_find->setClearButtonEnabled(true);
    m_model = new DescribeModel(this);
    m_filter = new QSortFilterProxyModel(this);
    m_filter->setSourceModel(m_model);
    m_filter->setFilterKeyColumn(-1);
    m_filter->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_list = new QTableView(part);
    m_list->setObjectName(QStringLiteral("indicators"));
    m_list->setAccessibleName(tr("Indicators"));
    m_list->setModel(m_filter);
    m_list->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setTabKeyNavigation(false);
    m_list->setShowGrid(false);
    m_list->setWordWrap(false);
    m_list->setAlternatingRowColors(true);
    m_list->setCornerButtonEnabled(false);
    m_list->verticalHeader()->hide();
    m_list->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_list->verticalHeader()->setDefaultSectionSize(m_list->fontMetrics().lineSpacing() + air);
    QHeaderView *header = m_list->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionResizeMode(DescribeModel::Name, QHeaderView::Stretch);
    const int letter = m_list->fontMetrics().averageCharWidth();
    constexpr int pointsLetters = 22;
    constexpr int domainLetters = 16;
    constexpr int figuresLetters = 20;
    header->resizeSection(DescribeModel::Points, pointsLetters * letter);
    header->resizeSection(DescribeModel::Domain, domainLetters * letter);
    header->resizeSection(DescribeModel::Figures, figuresLetters * letter);
    makeCopyable(*m_list);
    auto *rows = new QVBoxLayout(part);
    rows->setContentsMargins(0, 4, 4, 0);
    rows->addWidget(m_find);
    rows->addWidget(m_list, 1);
    return part;
}

QWidget *DescribePage::makeDetails()
{
    auto *details = new QWidget;
    m_name = new QLabel(details);
    m_name->setTextFormat(Qt::PlainText);
    m_name->setWordWrap(true);
    makeTitle(*m_name, larger);
    m_column = new HintLabel(details);
    m_form = new DescriptionForm(details);
    m_figures = new QLabel(tr("Its figures"), details);
    makeTitle(*m_figures, 1);
    m_histogram = new HistogramView(details);
    m_quality = new QLabel(details);
    m_quality->setObjectName(QStringLiteral("quality"));
    m_quality->setAccessibleName(tr("What the figures are like"));
    m_quality->setTextFormat(Qt::PlainText);
    m_quality->setWordWrap(true);
    m_quality->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_numbers = new QPushButton(details);
    m_numbers->setObjectName(QStringLiteral("readAsNumbers"));
    m_numbers->setToolTip(tr("Do not take these numbers for missing values, in any column"));
    m_numbers->setAutoDefault(false);
    m_numbers->hide();
    m_reset = new QPushButton(tr("As the &file says"), details);
    m_reset->setObjectName(QStringLiteral("resetDescription"));
    m_reset->setToolTip(tr("Take back what you have decided about the selected indicators"));
    m_reset->setAutoDefault(false);
    auto *rows = new QVBoxLayout(details);
    rows->setContentsMargins(8, 4, 8, 8);
    rows->addWidget(m_name);
    rows->addWidget(m_column);
    rows->addWidget(m_form);
    rows->addWidget(m_reset, 0, Qt::AlignLeft);
    rows->addSpacing(8);
    rows->addWidget(m_figures);
    rows->addWidget(m_histogram);
    rows->addWidget(m_quality);
    rows->addWidget(m_numbers, 0, Qt::AlignLeft);
    rows->addStretch(1);
    auto *scroller = new QScrollArea(this);
    scroller->setObjectName(QStringLiteral("describeDetails"));
    scroller->setAccessibleName(tr("The selected indicator"));
    scroller->setFrameShape(QFrame::NoFrame);
    scroller->setWidgetResizable(true);
    scroller->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroller->setWidget(details);
    scroller->viewport()->setAutoFillBackground(false); // the page shows through
    details->setAutoFillBackground(false);
    scroller->setFocusPolicy(Qt::NoFocus);
    return scroller;
}

void DescribePage::listen()
{
    connect(m_find, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter->setFilterFixedString(text);
        if (selected().empty() && m_filter->rowCount() > 0)
            m_list->setCurrentIndex(m_filter->index(0, 0));
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &DescribePage::refreshDetails);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &DescribePage::refreshDetails);
    connect(m_form, &DescriptionForm::said, this, &DescribePage::describe);
    connect(m_confirm, &QPushButton::clicked, this, &DescribePage::confirmDirections);
    connect(m_numbers, &QPushButton::clicked, this, &DescribePage::takeAsNumbers);
    connect(m_reset, &QPushButton::clicked, this, &DescribePage::resetSelected);
}

} // namespace atlas
