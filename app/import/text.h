#pragma once

#include <QCoreApplication>

namespace atlas {
namespace {

/// Texts for people in the files of this folder; each folder has its own.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Import)
};

} // namespace
} // namespace atlas
