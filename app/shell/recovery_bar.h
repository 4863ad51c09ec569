#pragma once

#include "app/widgets/notice_bar.h"

namespace atlas {

class Recovery;

/// Offers work that an earlier window left behind, one after the other. Hidden when there is none.
class RecoveryBar : public NoticeBar
{
    Q_OBJECT

public:
    explicit RecoveryBar(Recovery &recovery, QWidget *parent = nullptr);

signals:
    void offers(bool any);

private:
    void showFirst();

    Recovery &m_recovery;
};

} // namespace atlas
