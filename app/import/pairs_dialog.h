#pragma once

#include "core/boundaries/boundary_set.h"
#include "core/dataset/likely_pairs.h"

#include <QDialog>
#include <QHash>
#include <QString>

#include <map>
#include <memory>
#include <vector>

class QPushButton;
class QTableWidget;

namespace atlas {

class HintLabel;

/// The pairs that were accepted, in the project and on this machine, to be corrected and forgotten. It only
/// asks: whoever opened it takes matches() and remembered() when it is accepted.
class PairsDialog : public QDialog
{
    Q_OBJECT

public:
    PairsDialog(const std::map<QString, QString> &matches, const std::vector<RememberedPair> &remembered,
                const BoundarySet *boundaries, QWidget *parent = nullptr);

    std::map<QString, QString> matches() const;
    std::vector<RememberedPair> remembered() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum Column { Figures, Boundary, AreaName, Kept, ColumnCount };

    void makeTable();
    void addPair(const QString &figures, const QString &boundary, bool isInProject);
    void nameArea(int row);
    void forget();
    void refresh();

    QHash<QString, QString> m_nameOf; ///< of codes and names of the boundaries, see aliasKey()
    QTableWidget *m_table;
    HintLabel *m_hint;
    QPushButton *m_forget = nullptr;
};

} // namespace atlas
