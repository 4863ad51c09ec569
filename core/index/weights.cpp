#include "core/index/weights.h"

#include "core/index/text.h"

#include <Eigen/Eigenvalues>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace atlas {

namespace {

/// The rows that have a value in every column.
Eigen::MatrixXd completeRows(std::span<const std::span<const double>> columns)
{
    std::vector<size_t> rows;
    for (size_t row = 0; row < columns.front().size(); ++row)
        if (std::none_of(columns.begin(), columns.end(),
                         [row](std::span<const double> column) { return std::isnan(column[row]); }))
            rows.push_back(row);
    Eigen::MatrixXd matrix(static_cast<Eigen::Index>(rows.size()), static_cast<Eigen::Index>(columns.size()));
    for (size_t i = 0; i < rows.size(); ++i)
        for (size_t column = 0; column < columns.size(); ++column)
            matrix(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(column)) =
                columns[column][rows[i]];
    return matrix;
}

} // namespace

Result<std::vector<double>> principalComponentWeights(std::span<const std::span<const double>> columns)
{
    if (columns.size() < 2)
        return std::vector<double>(columns.size(), 1.0);
    Eigen::MatrixXd rows = completeRows(columns);
    if (rows.rows() < 3)
        return Error{Text::tr("Fewer than three areas have all values, so there is no principal component. "
                              "Fill missing values in, or choose other weights."),
                     {}};
    rows.rowwise() -= rows.colwise().mean().eval();
    const Eigen::RowVectorXd lengths = rows.colwise().norm();
    if (!(lengths.minCoeff() > 0))
        return Error{Text::tr("An indicator is the same in all areas that have all values, so there is no "
                              "principal component. Switch it off, or choose other weights."),
                     {}};
    rows.array().rowwise() /= lengths.array();
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(rows.transpose() * rows);
    Eigen::VectorXd loadings = solver.eigenvectors().rightCols<1>();
    if (loadings.sum() < 0)
        loadings = -loadings;
    constexpr double noise = 1e-12;
    if (!(loadings.minCoeff() > noise))
        return Error{Text::tr("The first principal component gives an indicator a weight that is not above "
                              "zero, because not all point the same way. Choose other weights."),
                     {}};
    loadings /= loadings.sum();
    return std::vector<double>(loadings.begin(), loadings.end());
}

std::vector<double> rebalanced(std::vector<double> shares, const std::vector<bool> &locked, size_t changed,
                               double share)
{
    constexpr double whole = 100;
    double held = 0;
    double free = 0;
    size_t freeCount = 0;
    for (size_t i = 0; i < shares.size(); ++i) {
        if (i == changed)
            continue;
        (locked[i] ? held : free) += shares[i];
        freeCount += locked[i] ? 0 : 1;
    }
    const double room = std::max(0.0, whole - held);
    shares[changed] = freeCount == 0 ? room : std::clamp(share, 0.0, room);
    const double rest = room - shares[changed];
    for (size_t i = 0; i < shares.size(); ++i)
        if (i != changed && !locked[i])
            shares[i] = free > 0 ? shares[i] / free * rest : rest / static_cast<double>(freeCount);
    return shares;
}

} // namespace atlas
