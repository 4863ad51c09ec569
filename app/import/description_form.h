#pragma once

#include "app/import/describe_model.h"
#include "core/import/import_plan.h"

#include <QStringList>
#include <QWidget>

#include <functional>

class QComboBox;
class QLabel;
class QLineEdit;
class QRadioButton;
class QSpinBox;

namespace atlas {

class HintLabel;

/// What can be said of an indicator, one field for each. It says what was changed, and nothing else: whoever
/// listens puts it into the description of one indicator or of several.
class DescriptionForm : public QWidget
{
    Q_OBJECT

public:
    explicit DescriptionForm(QWidget *parent = nullptr);

    /// `count` indicators are selected, of which this is the current one. What a person is typing stays.
    void show(const DescribedIndicator &described, const QStringList &domains, int count);
    /// To the choice of the direction.
    void focusDirection();

signals:
    /// Changes a description. Where several indicators are selected, a name is of the current one alone.
    void said(const std::function<void(atlas::ColumnDescription &)> &change, bool isOfOneAlone);

private:
    QLineEdit *newField(const char *name, const QString &accessibleName, const QString &tip);
    void makeDirection();
    void makeRows();
    void listen();
    void sayText(QLineEdit &field, QString ColumnDescription::*member, bool isOfOneAlone = false);
    void sayDirection(Direction direction);
    void sayDomain();
    void sayWeight();
    static void put(QLineEdit &field, const QString &text);

    DescribedIndicator m_shown;
    HintLabel *m_which;
    QLineEdit *m_name;
    QLineEdit *m_unit;
    QRadioButton *m_higher;
    QRadioButton *m_lower;
    HintLabel *m_origin;
    QComboBox *m_domain;
    QLineEdit *m_weight;
    HintLabel *m_problem;
    QSpinBox *m_decimals;
    QLineEdit *m_period;
    QLineEdit *m_source;
};

} // namespace atlas
