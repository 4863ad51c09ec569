#pragma once

#include <QLabel>

namespace atlas {

/// A line of text under a field: a hint in faint ink, or what is wrong with the field in a warning's ink.
/// Both are readable on light and dark windows.
class HintLabel : public QLabel
{
    Q_OBJECT

public:
    explicit HintLabel(QWidget *parent = nullptr);

    void setHint(const QString &text);
    void setProblem(const QString &text);
    bool isProblem() const { return m_isProblem; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void show(const QString &text, bool isProblem);
    void updateInk();

    bool m_isProblem = false;
};

} // namespace atlas
