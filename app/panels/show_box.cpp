#include "app/panels/show_box.h"

#include "app/state/document.h"
#include "app/widgets/data_text.h"

namespace atlas {

namespace {

constexpr int nameRole = Qt::UserRole + 1; ///< the whole name, where the list has a short one

} // namespace

ShowBox::ShowBox(const Document &document, QWidget *parent) : QComboBox(parent), m_document(document)
{
    setObjectName(QStringLiteral("show"));
    setProperty("helpTopic", QStringLiteral("part-map"));
    setAccessibleName(tr("Show"));
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(20);
    connect(this, &QComboBox::activated, this,
            [this](int index) { emit shownAsked(itemData(index).toString(), itemText(index)); });
    document.onChange(Change::Data, this, [this] { rebuild(); });
    document.onChange(Change::Shown, this, [this] { showState(); });
    if (document.now().dataset())
        rebuild();
}

void ShowBox::rebuild()
{
    clear();
    addItem(tr("Disengagement index"), indexCode);
    insertSeparator(count());
    const IndexTree &tree = *m_document.now().result().tree;
    for (const size_t node : nodesFromTop(tree))
        if (node != tree.root())
            addItem(tree.nodes[node].name, tree.nodes[node].code);
    if (tree.root() > 0)
        insertSeparator(count());
    for (const Indicator &indicator : m_document.now().dataset()->metadata.indicators) {
        addItem(indicator.shortName, indicator.code); // the full name stands over the map
        setItemData(count() - 1, plainToolTip(indicator.name), Qt::ToolTipRole);
        setItemData(count() - 1, indicator.name, nameRole);
    }
    showState();
}

void ShowBox::showState()
{
    setCurrentIndex(findData(m_document.now().choices().shown));
    const QString fullName = currentData(nameRole).toString();
    setToolTip(plainToolTip(tr("What the map shows: %1").arg(fullName.isEmpty() ? currentText() : fullName)));
}

} // namespace atlas
